// Small helpers: elements, directions of writing, comparing words, names of languages.

// An element with attributes and children; strings become text and never markup.
KG.el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "onclick") element.addEventListener("click", value);
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
};

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;

// dir="auto" goes by the first letter, which is wrong for a Persian sentence that begins with a Latin acronym.
KG.direction = (text) => {
  const letters = text.match(LETTER) ?? [];
  if (!letters.length) return "auto";
  const rightward = (text.match(RTL) ?? []).length * 2 > letters.length;
  RTL.lastIndex = 0;
  const first = RTL.test(letters[0]);
  RTL.lastIndex = 0;
  return rightward === first ? "auto" : rightward ? "rtl" : "ltr";
};

// An element with words of an article: its language and direction are those of the words.
KG.words = (tag, text, language, attributes = {}) =>
  KG.el(tag, { ...attributes, lang: language || null, dir: KG.direction(text) }, text);

KG.icon = (kind, status) => {
  const group = KG.groupOf(kind);
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon ${status ? `is-${status.toLowerCase()}` : ""}`);
  svg.setAttribute("style", `--own: var(--c-${group.id})`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", KG.outlines[group.shape]);
  svg.append(path);
  if (status === "Denied") {
    const cross = document.createElementNS("http://www.w3.org/2000/svg", "path");
    cross.setAttribute("d", "M3 3 13 13M13 3 3 13");
    cross.setAttribute("class", "cross");
    svg.append(cross);
  }
  return svg;
};

// Letters that decomposition does not bring together.
const SAME = { đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th", ħ: "h", ŧ: "t",
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ى: "ی", ي: "ی", ك: "ک", ة: "ه", ۀ: "ه", ؤ: "و", ئ: "ی", ё: "е", й: "и", ґ: "г" };

// A text as it is compared in searches: no accents, no case, one form for letters that are written in several ways.
KG.fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}\u0640\u200b-\u200f\u2066-\u2069\u00ad'’ʼ`]/gu, "")
  .replace(/./gu, (letter) => SAME[letter] ?? letter).replace(/[^\p{L}\p{N}]+/gu, " ").trim();

const languageNames = typeof Intl.DisplayNames === "function"
  ? (code, language) => { try { return new Intl.DisplayNames([language], { type: "language" }).of(code); } catch { return code; } }
  : (code) => code;
KG.languageName = (code) => (code ? languageNames(code, KG.texts.language) : KG.say("unknownLanguage"));
KG.ownLanguageName = (code) => languageNames(code, code);
