// The data of the page, and what of it was known on a day: what the articles say that were published until then. For a
// graph, kg/graph/asof.py decides alike.
KG.data = JSON.parse(document.getElementById("data").textContent);

// The last day that a date may mean: "2025-10" -> "2025-10-31"; "" for what is no date.
KG.lastDay = (date) => {
  const [, year, month = "12", day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
  if (!year || month < "01" || month > "12") return "";
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return Number(day ?? 1) < 1 || Number(day ?? 1) > last ? "" : `${year}-${month}-${day ?? last}`;
};

KG.published = KG.data.articles.map((article) => KG.lastDay(article.published)); // "" where nobody can tell
KG.days = [...new Set(KG.published)].filter(Boolean).sort();

KG.since = (() => {
  const NEVER = "9999-99-99";
  const first = (days) => days.reduce((one, two) => (two && two < one ? two : one), NEVER);
  const support = ({ evidence, asserted = [] }) =>
    first([...evidence.map((index) => KG.published[KG.data.passages[index].a]), ...asserted.map(({ when }) => when.slice(0, 10))]);
  const fact = (told) => {
    const [own, seat] = [support(told), told.seat ? support(told.seat) : ""];
    return own > seat ? own : seat; // a post is told of when its place is, too
  };
  let ofFacts = null; // by place in the data, made when it is first needed
  return {
    NEVER,
    facts: () => (ofFacts ??= KG.data.facts.map(fact)),
    // The day from which a thing, or a connection of two, is known.
    target: (target) => {
      const whole = KG.modelOf("");
      const thing = whole.things.get(target);
      const facts = thing ? [...thing.facts, ...thing.about] : whole.edges.get(target) ?? [];
      return first([...(thing?.named ?? []).map((index) => KG.published[index]), ...facts.map(fact)]);
    },
  };
})();

// The facts and things as known on a day; each is the one of the data where it was known as a whole.
KG.knownOn = (day) => {
  const { articles, passages, facts, things } = KG.data;
  const out = KG.published.map((date) => date !== "" && date <= day);
  const work = (index) => articles[passages[index].a].work || articles[passages[index].a].id;
  const works = (evidence) => new Set(evidence.map(work)).size;
  const support = (told) => ({ ...told, evidence: told.evidence.filter((index) => out[passages[index].a]),
    asserted: (told.asserted ?? []).filter(({ when }) => when.slice(0, 10) <= day) });
  const counted = (fact) => {
    const known = support(fact);
    if (known.evidence.length < fact.evidence.length) {
      known.sources = works(known.evidence);
      // As if all sources were equally sure; without one, a person vouches for it.
      if (known.sources) known.confidence = 1 - (1 - fact.confidence) ** (known.sources / works(fact.evidence));
    }
    return fact.seat ? { ...known, seat: support(fact.seat) } : known;
  };
  const since = KG.since.facts();
  const told = facts.filter((_, place) => since[place] <= day).map(counted);
  const ends = new Set(told.flatMap((fact) => (fact.type === "" ? [fact.s, fact.o] : [fact.s])));
  const later = new Set(facts.filter((_, place) => since[place] > day).flatMap((fact) => (fact.type === "" ? [fact.s, fact.o] : [fact.s])));
  // A name in a language is known with the first article in it that names the thing; what it is called above all, always.
  const languages = (named) => new Set(named.map((index) => articles[index].lang));
  const asKnown = (thing) => {
    const named = thing.named.filter((index) => out[index]);
    const [every, known] = [languages(thing.named), languages(named)];
    const names = thing.names.filter(([text, language]) => !every.has(language) || known.has(language)
      || (text === thing.label && language === thing.lang));
    return { ...thing, named, names };
  };
  const isKnown = (thing) => ends.has(thing.id) || (thing.named.length ? thing.named.some((index) => out[index]) : !later.has(thing.id));
  return { facts: told, things: things.filter(isKnown).map(asKnown), articles: articles.filter((_, index) => out[index]) };
};

// What lies ahead is planned, where only later articles tell what became of it.
KG.planned = (thing, day) => {
  const starts = thing.facts.filter((fact) => fact.p === "startDate").map((fact) => fact.o);
  return starts.length > 0 && starts.every((start) => start > day.slice(0, start.length));
};
