// Facts with the words that say them.

// What a fact is called: its property, or the role where it tells of a post.
KG.factName = (fact) => {
  if (!fact.role) return KG.propertyName(fact.p);
  return fact.p === "formerlyHeldPost" ? KG.say("formerly", { role: KG.conceptName(fact.role) }) : KG.conceptName(fact.role);
};

// A thing that can be gone to.
KG.link = (id) => {
  const thing = KG.model.things.get(id);
  const [text, language] = KG.nameOf(thing);
  return KG.el("button", { type: "button", class: "link", "data-thing": id, onclick: () => KG.go(id) },
    KG.icon(thing.kind, thing.status), KG.words("span", text, language));
};

KG.valueOf = (fact) => {
  if (fact.type === "") return KG.link(fact.o);
  const qualifier = fact.qualifier ? KG.el("span", { class: "quiet" }, `${fact.qualifier} `) : null;
  const text = fact.type === "date" ? KG.dateText(fact.o) : fact.type === "concept" ? KG.conceptName(fact.o)
    : fact.type === "integer" && Number.isSafeInteger(Number(fact.o)) ? Number(fact.o).toLocaleString(KG.texts.language) : fact.o;
  return KG.el("span", { class: "value" }, qualifier, KG.words("span", text, fact.lang ?? (fact.type === "text" ? "" : KG.texts.language)));
};

const isWebAddress = (address) => /^https?:\/\//i.test(address);

// Only addresses of web pages become links; they are followed on a click and never fetched.
KG.outside = (address, text, hint) => isWebAddress(address)
  ? KG.el("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: hint }, text)
  : KG.el("span", {}, text);

KG.quote = (index) => {
  const passage = KG.data.passages[index];
  const article = KG.data.articles[passage.a];
  const place = KG.say("characters", { start: passage.start, end: passage.end });
  const words = `${passage.before}${passage.exact}${passage.after}`;
  const text = KG.el("p", { lang: article.lang || null, dir: KG.direction(passage.exact) || KG.direction(words) },
    KG.el("span", { class: "context" }, passage.before), KG.el("mark", {}, passage.exact), KG.el("span", { class: "context" }, passage.after));
  return KG.el("blockquote", { class: "quote" }, text, KG.el("footer", { title: place }, KG.articleLine(article)));
};

KG.articleLine = (article) => [
  KG.el("span", { class: "tag", title: KG.languageName(article.lang) }, article.lang || "–"),
  article.published ? KG.el("span", { class: "date" }, KG.dateText(article.published)) : null,
  KG.outside(article.source, KG.words("span", article.headline || article.id, article.headline ? article.lang : "en"), KG.say("openSource")),
];

// The words that say a fact, and where there is a post in it those that say where the post stands.
KG.wordsOf = (fact) => [...new Set([...fact.evidence, ...(fact.seat?.evidence ?? [])])].sort((one, two) => one - two);

// Texts seldom tell when a post begins and ends: from when to when it is reported is the next best.
const reported = (fact) => {
  if (!["holdsPost", "formerlyHeldPost"].includes(fact.p)) return null;
  const dates = fact.evidence.map((index) => KG.data.articles[KG.data.passages[index].a].published).filter(KG.lastDay).sort();
  if (!dates.length) return null;
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const span = last.startsWith(first) ? KG.dateText(first) : `${KG.dateText(first)} – ${KG.dateText(last)}`; // a month has its days in it
  return KG.el("span", { class: "reported" }, KG.say("reported", { what: span }));
};

// Who decided something, when and why.
KG.attribution = (key, { who, when, why }) => KG.el("p", { class: "measure by" },
  KG.el("span", {}, KG.say(key, { who, when: KG.dateText(when.slice(0, 10)) })), why ? KG.words("span", why, "", { class: "why" }) : null);

// Small print: how many independent sources, how sure, what it conflicts with.
const measure = (fact) => {
  const rules = fact.rules ? KG.say("rule", { what: fact.rules.join(", ") }) : null;
  return KG.el("p", { class: "measure", title: rules },
    KG.el("span", { title: KG.say("sourcesHint") }, KG.say("sources", { n: fact.sources })),
    KG.el("span", { title: KG.say("confidenceHint") }, KG.say("confidence", { n: Math.round(fact.confidence * 100) })),
    reported(fact),
    (fact.conflicts ?? []).filter(([property, value]) => KG.model.things.get(fact.s).facts.some((other) => other.p === property && other.o === value)).map(([property, value]) => {
      const other = KG.model.things.get(value);
      return KG.el("span", { class: "conflict" }, KG.say("conflict", { what: `${KG.propertyName(property)} ${other ? KG.nameOf(other)[0] : value}` }));
    }));
};

// What is told of an event that was only planned, or did not happen, must not look like what happened.
const doubt = (fact) => {
  const status = KG.model.things.get(fact.s).status;
  return !status || status === "Happened" || ["status", "treaty"].includes(fact.p) ? null
    : KG.el("span", { class: `unsure is-${status.toLowerCase()}` }, KG.conceptName(status).toLowerCase());
};

// One fact: what it says, then in whose words. `side` is the thing whose panel it stands in; null shows both things.
KG.factItem = (fact, side) => {
  const asObject = side !== null && fact.o === side && fact.type === "" && fact.s !== side;
  const name = asObject && !fact.role ? KG.inverseName(fact.p) : KG.factName(fact);
  const line = side === null
    ? KG.el("p", { class: "fact-line whole" }, KG.link(fact.s), KG.el("span", { class: "property" }, name), KG.valueOf(fact), doubt(fact))
    : KG.el("p", { class: "fact-line" }, KG.el("span", { class: "property" }, name), asObject ? KG.link(fact.s) : KG.valueOf(fact), doubt(fact));
  // Words in the reader's language come first.
  const foreign = (index) => Number(KG.data.articles[KG.data.passages[index].a].lang !== KG.language);
  const [first, ...others] = KG.wordsOf(fact).sort((one, two) => foreign(one) - foreign(two));
  const more = others.length
    ? KG.el("details", {}, KG.el("summary", {}, KG.say("moreQuotes", { n: others.length })), others.map(KG.quote)) : null;
  return KG.el("li", { class: "fact", "data-property": fact.p }, line, first === undefined ? null : KG.quote(first), more, measure(fact),
    (fact.asserted ?? []).map((by) => KG.attribution("asserted", by)));
};

// A list that shows its first items and the others on demand.
KG.longList = (items, make, attributes = {}, limit = 40) => {
  const list = KG.el("ul", attributes, items.slice(0, limit).map(make));
  if (items.length <= limit) return [list];
  const button = KG.el("button", { type: "button", class: "more", onclick: () => {
    list.append(...items.slice(limit).map(make));
    button.remove();
  } }, KG.say("showAll", { n: items.length }));
  return [list, button];
};
