// The panel beside the picture: a thing, a connection between two things, or an overview.
KG.panel = (() => {
  const panel = document.getElementById("panel");
  const HEADER = ["status", "startDate", "endDate", "datePrecision", "dateBasis"]; // told in the heading's own line

  const section = (title, ...content) => (content.flat().some(Boolean)
    ? KG.el("section", {}, KG.el("h3", {}, title), ...content) : null);

  const fill = (...content) => {
    panel.replaceChildren(...content.flat().filter(Boolean));
    panel.scrollTop = 0;
  };

  const closeButton = () => KG.el("button", { type: "button", class: "close", "aria-label": KG.say("close"), title: KG.say("close"),
    onclick: () => KG.go("") }, "✕");

  const when = (thing) => {
    const end = thing.facts.find((fact) => fact.p === "endDate")?.o;
    if (!thing.date) return null;
    const text = end && end !== thing.date ? `${KG.dateText(thing.date)} – ${KG.dateText(end)}` : KG.dateText(thing.date);
    return KG.el("span", { class: "when" }, text, thing.basis === "Inferred" ? KG.el("span", { class: "quiet" }, ` (${KG.say("inferred")})`) : null);
  };

  const heading = (thing) => {
    const [text, language] = KG.nameOf(thing);
    return KG.el("div", { class: "heading", style: `--own: var(--c-${KG.groupOf(thing.kind).id})` },
      KG.el("p", { class: "chips" },
        KG.el("span", { class: "chip kind" }, KG.icon(thing.kind, thing.status), KG.kindName(thing.kind)),
        thing.status ? KG.el("span", { class: `chip status is-${thing.status.toLowerCase()}` }, KG.conceptName(thing.status)) : null, when(thing)),
      KG.words("h2", text, language));
  };

  const names = (thing) => {
    const byLanguage = Map.groupBy ? Map.groupBy(thing.names, (name) => name[1]) : thing.names.reduce((map, name) => map.set(name[1], [...(map.get(name[1]) ?? []), name]), new Map());
    const rows = [...byLanguage].map(([language, found]) => [
      KG.el("dt", {}, KG.languageName(language)),
      KG.el("dd", {}, found.map(([text], place) => KG.words(place ? "span" : "b", text, language, { class: "name" })))]);
    return KG.el("dl", { class: "names" }, rows.flat());
  };

  // Other things first, then values; what the heading tells comes last, and only where there are words for it.
  const place = (fact) => (HEADER.includes(fact.p) ? 2 : fact.type === "" ? 0 : 1);
  const ordered = (facts) => facts.filter((fact) => place(fact) < 2 || fact.evidence.length).sort((one, two) => place(one) - place(two));

  // What people decided on the graph. An assertion stands at the fact that it makes.
  const decided = (decisions) => section(KG.say("decisions"), decisions.length ? KG.longList(decisions, (decision) =>
    KG.el("li", { class: "fact decision" }, KG.el("p", { class: "fact-line" },
      KG.el("span", { class: "property" }, KG.texts.decisions[decision.kind] ?? decision.kind), KG.words("span", decision.told.join(" | "), "", { class: "value" })),
    KG.attribution("decided", decision)), { class: "facts" }, 12) : null);

  const elsewhere = (thing) => {
    const named = thing.named.map((index) => KG.data.articles[index]);
    return [
      section(KG.say("namedIn"), named.length ? KG.longList(named, (article) => KG.el("li", { class: "article" }, KG.articleLine(article)), { class: "articles" }, 12) : null),
      decided(KG.data.decisions.filter((decision) => decision.kind !== "assert" && decision.about.includes(thing.id))),
      section(KG.say("elsewhere"), thing.same.length ? KG.el("ul", { class: "articles" }, thing.same.map((address) =>
        KG.el("li", {}, KG.outside(address, address.replace(/^https?:\/\/(www\.)?/, ""))))) : null),
    ];
  };

  const showThing = (id) => {
    const thing = KG.model.things.get(id);
    const facts = ordered(thing.facts);
    const item = (fact) => KG.factItem(fact, id);
    fill(closeButton(), heading(thing), section(KG.say("names"), names(thing)),
      facts.length ? section(KG.say("facts"), KG.longList(facts, item, { class: "facts" })) : null,
      thing.about.length ? section(KG.say("referred"), KG.longList(thing.about, item, { class: "facts" })) : null,
      facts.length + thing.about.length ? null : KG.el("p", { class: "quiet" }, KG.say("noFacts")), elsewhere(thing));
  };

  const showEdge = (id) => {
    const facts = KG.model.edges.get(id);
    fill(closeButton(), KG.el("div", { class: "heading" },
      KG.el("p", { class: "chips" }, KG.el("span", { class: "chip kind" }, KG.say("between"))),
      KG.el("h2", { class: "pair" }, id.split("~").map((end) => KG.link(end)))),
    section(KG.say("facts"), KG.longList(facts, (fact) => KG.factItem(fact, null), { class: "facts" })));
  };

  // A thing or a connection of which nothing was known on the day that is looked at.
  const showLater = (target) => {
    const ends = target.split("~").map((id) => KG.modelOf("").things.get(id));
    const first = KG.since.target(target);
    const leave = first === KG.since.NEVER ? [KG.say("everything"), ""] : [KG.say("firstKnown", { when: KG.dateText(first) }), first];
    fill(closeButton(), KG.el("div", { class: "heading" }, ends.map((thing) => KG.words("h2", ...KG.nameOf(thing)))),
      KG.el("p", { class: "quiet" }, KG.say("notYet", { when: KG.dateText(KG.model.day) })),
      KG.el("button", { type: "button", class: "more", onclick: () => KG.go(target, leave[1]) }, leave[0]));
  };

  const showOverview = () => {
    const things = [...KG.model.things.values()];
    const best = things.filter((thing) => thing.near.size).sort((one, two) => two.near.size - one.near.size || (one.id < two.id ? -1 : 1)).slice(0, 12);
    const counts = [["things", things.length], ["factCount", KG.model.facts.length], ["articleCount", KG.model.articles.length],
      ["languageCount", new Set(KG.model.articles.map((article) => article.lang).filter(Boolean)).size]];
    fill(KG.el("div", { class: "heading" }, KG.el("h2", {}, KG.say("overview"))),
      KG.el("p", { class: "counts" }, counts.map(([key, n]) => KG.el("span", {}, KG.say(key, { n })))),
      KG.el("p", { class: "quiet" }, KG.say("overviewHint")),
      KG.data.network.nodes.length < things.length ? KG.el("p", { class: "quiet" }, KG.say("drawn", { n: KG.data.network.nodes.length })) : null,
      section(KG.say("connected"), KG.el("ul", { class: "best" }, best.map((thing) =>
        KG.el("li", {}, KG.link(thing.id), KG.el("span", { class: "quiet" }, thing.near.size.toLocaleString(KG.texts.language)))))),
      section(KG.say("articlesRead"), KG.longList(KG.model.articles, (article) => KG.el("li", { class: "article" }, KG.articleLine(article)), { class: "articles" }, 12)),
      decided(KG.data.decisions),
      KG.el("p", { class: "keys quiet" }, KG.say("keys")));
  };

  return { showThing, showEdge, showLater, showOverview, element: panel };
})();
