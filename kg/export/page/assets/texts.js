"use strict";
// Every word of the page's own language stands in this file. To translate the page, translate it.
const KG = {};

KG.texts = {
  language: "en",
  ui: {
    search: "Search a treaty, person, state …",
    noResults: "Nothing has that name",
    language: "Names in",
    mainNames: "Main names",
    back: "Back",
    backHint: "Back to what you looked at before",
    fit: "Whole picture",
    fitHint: "Show the whole picture (F)",
    filter: "Filter",
    filterHint: "Choose which kinds of things are shown",
    kindsTitle: "Kinds of things",
    statusTitle: "Status of events",
    loose: "Things without connections",
    all: "All",
    none: "None",
    close: "Close",
    overview: "What the articles say",
    overviewHint: "Choose a thing or a line in the picture to see what is said of it, and in whose words.",
    drawn: "The picture shows the {n} best connected things; the search finds them all.",
    keys: "Keys: / search · ↑ ↓ Enter choose · Esc close · F whole picture · T time",
    connected: "Best connected",
    articlesRead: "Articles",
    names: "Names",
    facts: "Facts",
    referred: "In connection with",
    between: "Connection",
    noFacts: "The articles name it and say nothing more that was understood.",
    namedIn: "Named in",
    elsewhere: "Elsewhere",
    openSource: "Open the page of this article",
    showAll: "Show all {n}",
    moreQuotes: { one: "{n} more passage", other: "{n} more passages" },
    confidence: "{n} % sure",
    confidenceHint: "How sure the reading is, from all passages together",
    sources: { one: "{n} source", other: "{n} sources" },
    sourcesHint: "Independent sources: translations and copies of one text count once",
    conflict: "Conflicts with: {what}",
    rule: "Read by: {what}",
    inferred: "worked out",
    unknownLanguage: "unmarked",
    things: { one: "{n} thing", other: "{n} things" },
    factCount: { one: "{n} fact", other: "{n} facts" },
    articleCount: { one: "{n} article", other: "{n} articles" },
    languageCount: { one: "{n} language", other: "{n} languages" },
    characters: "characters {start}–{end}",
    formerly: "formerly {role}",
    reported: "reported {what}",
    asserted: "Asserted by {who}, {when}",
    decided: "Decided by {who}, {when}",
    decisions: "What people decided",
    asOf: "As known on",
    asOfHint: "Only what the articles say that were published until then (T)",
    everything: "Everything",
    everythingHint: "Show what all articles say, whenever they were published",
    known: { one: "{n} article", other: "{n} articles" },
    later: "{n} later",
    undated: { one: "{n} without a date left out", other: "{n} without a date left out" },
    notYet: "No article until {when} tells of this.",
    firstKnown: "Known from {when} on",
  },
  // Local names of the vocabulary; one that is missing here is shown with its words apart.
  groups: { treaty: "Treaties", event: "Events", person: "People", organization: "Organizations", place: "States and places", other: "Other" },
  kinds: {
    EntryIntoForce: "Entry into force", InternationalOrganization: "International organization",
    GovernmentBody: "Government body", PoliticalParty: "Political party",
  },
  statuses: { Happened: "Happened", Planned: "Planned", Denied: "Did not happen", Alleged: "Alleged" },
  properties: {
    holdsPost: "post", formerlyHeldPost: "former post", startDate: "begins", endDate: "ends", ofState: "of the state",
    articleCount: "articles of the treaty", ratificationThreshold: "ratifications needed", datePrecision: "date known to the",
    dateBasis: "date is", signatoryCount: "signatories", attendeeCount: "people attending", delegationCount: "delegations",
    statementCount: "statements", sideEventCount: "side events", sessionCount: "sessions", treaty: "about the treaty",
  },
  // What people decide on a graph.
  decisions: { same: "One and the same", different: "Two things", retype: "Class", rename: "Name", label: "Name in a language",
    reject: "Rejected", assert: "Asserted" },
  // How a fact is called from the side of its object.
  inverse: {
    adoptedBy: "adopted", signatory: "signatory of", party: "party to", depositary: "depositary of", treaty: "events",
    place: "took place here", partOf: "parts", participant: "took part in", host: "host of", organizer: "organizer of",
    chair: "chair of", speaker: "spoke at", signedBy: "signed at", ratifiedBy: "ratified in", withdrawnBy: "withdrew in",
    mediator: "mediator in", decidedBy: "decided", holdsPost: "held by", formerlyHeldPost: "formerly held by",
    accreditedTo: "accredited here", memberOf: "members", ofState: "bodies of this state",
  },
};

// The text for a key, with {n} and the like filled in; where there is a choice by number, `values.n` decides.
KG.say = (key, values = {}) => {
  let text = KG.texts.ui[key];
  if (typeof text === "object") text = text[new Intl.PluralRules(KG.texts.language).select(values.n)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (mark, name) =>
    typeof values[name] === "number" && name === "n" ? values[name].toLocaleString(KG.texts.language) : values[name] ?? mark);
};

// "signedBy" -> "signed by"; a name that is no local name of the vocabulary stays as it is
KG.apart = (name) => (/^[A-Za-z]+$/.test(name) ? name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase() : name);
KG.kindName = (kind) => KG.texts.kinds[kind] ?? KG.apart(kind).replace(/^./, (first) => first.toUpperCase());
KG.propertyName = (name) => KG.texts.properties[name] ?? KG.apart(name);
KG.inverseName = (name) => KG.texts.inverse[name] ?? `${KG.propertyName(name)} ←`;
KG.conceptName = (name) => KG.texts.statuses[name] ?? KG.apart(name).replace(/^./, (first) => first.toUpperCase());
