// Search over all names in all languages, whatever their accents and case.
KG.search = (() => {
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  const LIMIT = 12;
  let entries = null; // folded names, made at the first search in a model
  let indexed = null; // that model
  let results = [];
  let active = -1;

  const index = () => [...KG.model.things.values()].flatMap((thing) =>
    [...new Set([thing.label, ...thing.names.map((name) => name[0])])].map((text) => ({ thing, text, folded: KG.fold(text) })));

  // 0 the whole name, 1 its beginning, 2 beginnings of its words, 3 anywhere; -1 where a word of the query is missing
  const rank = (folded, query, words) => {
    if (folded === query) return 0;
    if (folded.startsWith(query)) return 1;
    if (words.every((word) => folded.startsWith(word) || folded.includes(` ${word}`))) return 2;
    return words.every((word) => folded.includes(word)) ? 3 : -1;
  };

  const find = (text) => {
    const query = KG.fold(text);
    if (!query) return [];
    if (indexed !== KG.model) [entries, indexed] = [index(), KG.model];
    const best = new Map();
    for (const entry of entries) {
      const place = rank(entry.folded, query, query.split(" "));
      const known = best.get(entry.thing.id);
      if (place >= 0 && (!known || place < known.place)) best.set(entry.thing.id, { ...entry, place });
    }
    return [...best.values()].sort((one, two) => one.place - two.place || two.thing.near.size - one.thing.near.size
      || (one.thing.id < two.thing.id ? -1 : 1)).slice(0, LIMIT);
  };

  const show = () => {
    const open = KG.fold(input.value) !== "";
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    input.setAttribute("aria-activedescendant", active >= 0 ? `result-${active}` : "");
    if (!results.length) return list.replaceChildren(KG.el("li", { class: "empty quiet" }, KG.say("noResults")));
    list.replaceChildren(...results.map((result, place) => {
      const [name, language] = KG.nameOf(result.thing);
      const item = KG.el("li", { id: `result-${place}`, role: "option", "aria-selected": String(place === active), "data-thing": result.thing.id },
        KG.icon(result.thing.kind, result.thing.status), KG.words("span", result.text, result.text === name ? language : "", { class: "found" }),
        KG.el("span", { class: "quiet" }, result.text === name ? KG.kindName(result.thing.kind) : KG.words("span", name, language)));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); choose(place); });
      return item;
    }));
    list.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    input.value = "";
    results = [];
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };

  const choose = (place) => {
    const result = results[place];
    if (!result) return;
    close();
    input.blur();
    KG.go(result.thing.id);
  };

  input.placeholder = KG.say("search");
  input.setAttribute("aria-label", KG.say("search"));
  input.addEventListener("input", () => { results = find(input.value); active = results.length ? 0 : -1; show(); });
  input.addEventListener("blur", () => { list.hidden = true; });
  input.addEventListener("focus", () => { if (input.value) show(); });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (results.length) active = (active + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length;
      show();
    } else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape") { event.stopPropagation(); close(); input.blur(); }
  });
  return { focus: () => { input.focus(); input.select(); }, find };
})();
