// The things, facts and articles that are shown, with indexes over them.
KG.edgeId = (one, two) => (one < two ? `${one}~${two}` : `${two}~${one}`);

// As known on a day; "" for all that there is.
KG.modelOf = (() => {
  let whole = null;

  const make = (day) => {
    const shown = day ? KG.knownOn(day) : KG.data;
    const things = new Map(shown.things.map((thing) => [thing.id, { ...thing, facts: [], about: [], near: new Set() }]));
    const edges = new Map();
    for (const fact of shown.facts) {
      const thing = things.get(fact.s);
      thing.facts.push(fact);
      if (fact.type === "concept" && fact.p === "status") thing.status = fact.o;
      if (fact.type === "date" && fact.p === "startDate") thing.date = thing.date ?? fact.o;
      if (fact.type === "concept" && fact.p === "dateBasis") thing.basis = fact.o;
      if (fact.type !== "" || fact.o === fact.s) continue;
      const other = things.get(fact.o);
      other.about.push(fact);
      other.near.add(fact.s);
      thing.near.add(fact.o);
      const id = KG.edgeId(fact.s, fact.o);
      if (!edges.has(id)) edges.set(id, []);
      edges.get(id).push(fact);
    }
    if (day) for (const thing of things.values()) if (!thing.status && KG.planned(thing, day)) thing.status = "Planned";
    return { day, things, edges, facts: shown.facts, articles: shown.articles };
  };

  return (day) => (day ? make(day) : (whole ??= make("")));
})();

KG.model = KG.modelOf("");
KG.language = "";
KG.languages = [...new Set(KG.data.things.flatMap((thing) => thing.names.map((name) => name[1])))].filter(Boolean).sort();

// The name of a thing in the chosen language, else its main name: [text, language].
KG.nameOf = (thing) => {
  const found = KG.language && thing.names.find((name) => name[1] === KG.language);
  if (found) return found;
  return [thing.label || `${KG.kindName(thing.kind)} ${thing.date ?? ""}`.trim(), thing.lang];
};

KG.dateText = (date) => {
  const [year, month, day] = date.split("-").map(Number);
  const form = { year: "numeric", timeZone: "UTC", ...(month ? { month: "long" } : {}), ...(day ? { day: "numeric" } : {}) };
  const moment = new Date(Date.UTC(2000, (month || 1) - 1, day || 1));
  moment.setUTCFullYear(year);
  return Number.isFinite(year) && !Number.isNaN(moment.getTime()) ? moment.toLocaleDateString(KG.texts.language, form) : date;
};
