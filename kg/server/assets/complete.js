// What may be completed where the cursor stands: a prefixed term, a variable, a keyword, a prefix.

const IN_WORD = /[?$]?[\p{L}\p{N}_-]*(?::[\p{L}\p{N}_-]*)?$/u;
const NOT_CODE = /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|#[^\n]*/g;

KG.complete = {
  words: { prefixes: {}, keywords: [], terms: [], queries: [] },

  // Candidates at a place in a text: { start, found: [{ text, hint }] }; start is where what they replace begins.
  at(text, end) {
    const open = text.slice(0, end).replace(NOT_CODE, (part) => " ".repeat(part.length));
    const word = IN_WORD.exec(open)[0];
    const start = end - word.length;
    if (!word || word !== text.slice(start, end) || /["'<#][^\n]*$/.test(open)) return { start, found: [] };
    return { start, found: this.fitting(word, text, start).slice(0, 30) };
  },

  fitting(word, text, start) {
    const { prefixes, keywords, terms } = this.words;
    const small = word.toLowerCase();
    if (/^[?$]/.test(word)) {
      const others = new Set((text.slice(0, start) + text.slice(start + word.length)).match(/[?$][\p{L}\p{N}_]+/gu));
      return [...others].filter((name) => name.startsWith(word) && name !== word).sort().map((text) => ({ text, hint: "variable" }));
    }
    const [prefix, local] = word.split(":");
    if (local !== undefined) {
      if (prefix !== "kg") return [];
      const begin = terms.filter(({ name }) => name.toLowerCase().startsWith(local.toLowerCase()));
      const inside = terms.filter((term) => !begin.includes(term) && `${term.name} ${term.label}`.toLowerCase().includes(local.toLowerCase()));
      return [...begin, ...inside].map(({ name, kind, label }) => ({ text: `kg:${name}`, hint: `${label} · ${kind}` }));
    }
    return [
      ...Object.keys(prefixes).filter((name) => name.startsWith(small)).map((name) => ({ text: `${name}:`, hint: prefixes[name] })),
      ...keywords.filter((name) => name.toLowerCase().startsWith(small) && name !== word).map((text) => ({ text, hint: "" })),
    ];
  },
};
