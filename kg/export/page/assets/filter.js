// Which kinds of things are shown; at once the legend of the picture.
KG.filter = (() => {
  const box = document.getElementById("filter");
  const toggle = document.getElementById("filter-toggle");
  const STATUSES = ["Happened", "Planned", "Alleged", "Denied"];
  const kinds = new Set(KG.data.things.map((thing) => thing.kind));
  const boxes = new Map(); // kind -> its check box

  const rank = (group, kind) => (group.kinds.includes(kind) ? group.kinds.indexOf(kind) : group.kinds.length);
  const kindsOf = (group) => [...kinds].filter((kind) => KG.groupOf(kind) === group)
    .sort((one, two) => rank(group, one) - rank(group, two) || (one < two ? -1 : 1));

  const set = (some, shown) => {
    for (const kind of some) {
      boxes.get(kind).checked = shown;
      if (shown) KG.graph.hidden.delete(kind);
      else KG.graph.hidden.add(kind);
    }
    for (const refresh of refreshers) refresh();
    KG.graph.restyle();
  };
  const refreshers = [];
  const counters = []; // [element, which things it counts]

  const row = (label, icon, counted, checkbox, attributes) => {
    const count = KG.el("span", { class: "count" });
    counters.push([count, counted]);
    return KG.el("label", attributes, checkbox, icon, KG.el("span", { class: "row-name" }, label), count);
  };

  const kindRow = (kind) => {
    const checkbox = KG.el("input", { type: "checkbox", checked: true, "data-kind": kind });
    checkbox.addEventListener("change", () => set([kind], checkbox.checked));
    boxes.set(kind, checkbox);
    return row(KG.kindName(kind), KG.icon(kind), (thing) => thing.kind === kind, checkbox, { class: "row" });
  };

  const groupRows = (group) => {
    const own = kindsOf(group);
    if (!own.length) return [];
    if (own.length === 1) return kindRow(own[0]);
    const rows = own.map(kindRow);
    const checkbox = KG.el("input", { type: "checkbox", checked: true, "data-group": group.id });
    checkbox.addEventListener("change", () => set(own, checkbox.checked));
    refreshers.push(() => {
      const shown = own.filter((kind) => !KG.graph.hidden.has(kind)).length;
      checkbox.checked = shown === own.length;
      checkbox.indeterminate = shown > 0 && shown < own.length;
    });
    return [row(KG.texts.groups[group.id], null, (thing) => own.includes(thing.kind), checkbox, { class: "row group" }), KG.el("div", { class: "kinds" }, rows)];
  };

  const legend = () => {
    const events = [...KG.model.things.values()].filter((thing) => thing.status);
    // What has happened by now was planned at an earlier time.
    const statuses = STATUSES.filter((status) => events.length && KG.days.length && status === "Planned" || events.some((thing) => thing.status === status));
    if (!statuses.length) return null;
    return KG.el("div", { class: "legend" }, KG.el("h3", {}, KG.say("statusTitle")), statuses.map((status) =>
      KG.el("p", { class: "row" }, KG.icon("Event", status), KG.el("span", { class: "row-name" }, KG.conceptName(status)))));
  };

  const looseRow = () => {
    if (!KG.days.length && ![...KG.model.things.values()].some((thing) => !thing.near.size)) return null;
    const checkbox = KG.el("input", { type: "checkbox", checked: true, id: "loose" });
    checkbox.addEventListener("change", () => KG.graph.setLoose(checkbox.checked));
    return KG.el("div", { class: "legend" }, row(KG.say("loose"), null, (thing) => !thing.near.size, checkbox, { class: "row" }));
  };

  const all = (shown) => KG.el("button", { type: "button", class: "more", onclick: () => set([...kinds], shown) }, KG.say(shown ? "all" : "none"));
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

  // Counts what the model has.
  const recount = () => {
    const things = [...KG.model.things.values()];
    for (const [element, counted] of counters) element.textContent = things.filter(counted).length.toLocaleString(KG.texts.language);
  };
  recount();
  return { recount };
})();
