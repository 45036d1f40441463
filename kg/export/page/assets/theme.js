// Families of classes: their colour (a custom property of page.css) and their shape, so that colour alone never decides.
KG.groups = [
  { id: "treaty", shape: "hexagon", kinds: ["Treaty"] },
  { id: "event", shape: "diamond", kinds: ["Event", "Adoption", "Signing", "Ratification", "EntryIntoForce", "Withdrawal",
    "Negotiation", "Meeting", "Visit", "Decision"] },
  { id: "person", shape: "dot", kinds: ["Official", "Person"] },
  { id: "organization", shape: "square", kinds: ["InternationalOrganization", "GovernmentBody", "Committee", "PoliticalParty",
    "Company", "Association", "Organization"] },
  { id: "place", shape: "triangle", kinds: ["State", "Place"] },
  { id: "other", shape: "dot", kinds: [] },
];

KG.groupOf = (kind) => KG.groups.find((group) => group.kinds.includes(kind)) ?? KG.groups[KG.groups.length - 1];
KG.colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

// The same shapes as in the picture, for lists and the legend.
KG.outlines = {
  hexagon: "M5 1.2 11 1.2 14.6 8 11 14.8 5 14.8 1.4 8Z", diamond: "M8 .8 15.2 8 8 15.2.8 8Z",
  dot: "M8 1.4a6.6 6.6 0 1 0 0 13.2A6.6 6.6 0 1 0 8 1.4Z", square: "M2 2H14V14H2Z", triangle: "M8 1.2 15.2 14.2H.8Z",
};
