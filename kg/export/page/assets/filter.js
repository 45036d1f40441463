// Which kinds of things are shown; at once the legend of the picture.
KG.filter = (() => {
  const box = document.getElementById("filter");
  const toggle = document.getElementById("filter-toggle");
  const STATUSES = ["Happened", "Planned", "Alleged", "Denied"];
  const counts = new Map();
  for (const thing of KG.model.things.values()) counts.set(thing.kind, (counts.get(thing.kind) ?? 0) + 1);
  const boxes = new Map(); // kind -> its check box

  const rank = (group, kind) => (group.kinds.includes(kind) ? group.kinds.indexOf(kind) : group.kinds.length);
  const kindsOf = (group) => [...counts.keys()].filter((kind) => KG.groupOf(kind) === group)
    .sort((one, two) => rank(group, one) - rank(group, two) || (one < two ? -1 : 1));

  const set = (kinds, shown) => {
    for (const kind of kinds) {
      boxes.get(kind).checked = shown;
      if (shown) KG.graph.hidden.delete(kind);
      else KG.graph.hidden.add(kind);
    }
    for (const refresh of refreshers) refresh();
    KG.graph.restyle();
  };
  const refreshers = [];

  const row = (label, icon, count, checkbox, attributes) => KG.el("label", attributes, checkbox, icon, KG.el("span", { class: "row-name" }, label),
    KG.el("span", { class: "count" }, count.toLocaleString(KG.texts.language)));

  const kindRow = (kind) => {
    const checkbox = KG.el("input", { type: "checkbox", checked: true, "data-kind": kind });
    checkbox.addEventListener("change", () => set([kind], checkbox.checked));
    boxes.set(kind, checkbox);
    return row(KG.kindName(kind), KG.icon(kind), counts.get(kind), checkbox, { class: "row" });
  };

  const groupRows = (group) => {
    const kinds = kindsOf(group);
    if (!kinds.length) return [];
    if (kinds.length === 1) return kindRow(kinds[0]);
    const rows = kinds.map(kindRow);
    const checkbox = KG.el("input", { type: "checkbox", checked: true, "data-group": group.id });
    checkbox.addEventListener("change", () => set(kinds, checkbox.checked));
    refreshers.push(() => {
      const shown = kinds.filter((kind) => !KG.graph.hidden.has(kind)).length;
      checkbox.checked = shown === kinds.length;
      checkbox.indeterminate = shown > 0 && shown < kinds.length;
    });
    const total = kinds.reduce((sum, kind) => sum + counts.get(kind), 0);
    return [row(KG.texts.groups[group.id], null, total, checkbox, { class: "row group" }), KG.el("div", { class: "kinds" }, rows)];
  };

  const legend = () => {
    const statuses = STATUSES.filter((status) => [...KG.model.things.values()].some((thing) => thing.status === status));
    if (!statuses.length) return null;
    return KG.el("div", { class: "legend" }, KG.el("h3", {}, KG.say("statusTitle")), statuses.map((status) =>
      KG.el("p", { class: "row" }, KG.icon("Event", status), KG.el("span", { class: "row-name" }, KG.conceptName(status)))));
  };

  const looseRow = () => {
    const count = [...KG.model.things.values()].filter((thing) => !thing.near.size).length;
    if (!count) return null;
    const checkbox = KG.el("input", { type: "checkbox", checked: true, id: "loose" });
    checkbox.addEventListener("change", () => KG.graph.setLoose(checkbox.checked));
    return KG.el("div", { class: "legend" }, row(KG.say("loose"), null, count, checkbox, { class: "row" }));
  };

  const all = (shown) => KG.el("button", { type: "button", class: "more", onclick: () => set([...counts.keys()], shown) }, KG.say(shown ? "all" : "none"));
  box.append(KG.el("h3", {}, KG.say("kindsTitle"), KG.el("span", { class: "both" }, all(true), all(false))),
    ...KG.groups.flatMap(groupRows), ...[looseRow(), legend()].filter(Boolean));

  const open = (value) => {
    box.hidden = !value;
    toggle.setAttribute("aria-expanded", String(value));
  };
  toggle.append(KG.say("filter"));
  toggle.title = KG.say("filterHint");
  toggle.addEventListener("click", () => open(box.hidden));
  open(!matchMedia("(max-width: 760px)").matches);
  return {};
})();
