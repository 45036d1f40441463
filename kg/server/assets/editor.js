// A text field for SPARQL: coloured words, a mark where something is wrong, completion. No library.

const TOKENS = [
  ["comment", /#[^\n]*/y], ["string", /"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/y],
  ["iri", /<[^<>"{}|^`\\\s]*>/y], ["variable", /[?$][\p{L}\p{N}_]+/yu], ["name", /[\p{L}\p{N}_-]*:[\p{L}\p{N}_%-]*/yu],
  ["word", /[\p{L}_][\p{L}\p{N}_]*/yu],
];

KG.Editor = class {
  constructor(run) {
    this.marks = KG.el("pre", { class: "marks", "aria-hidden": "true" });
    this.text = KG.el("textarea", {
      class: "text", spellcheck: "false", autocapitalize: "off", autocomplete: "off", rows: "12", "aria-label": "SPARQL query",
      role: "combobox", "aria-expanded": "false", "aria-controls": "completions", "aria-autocomplete": "list",
    });
    this.list = KG.el("ul", { class: "completions", id: "completions", role: "listbox", hidden: true });
    this.box = KG.el("div", { class: "editor" }, this.marks, this.text);
    this.element = KG.el("div", { class: "around" }, this.box, this.list);
    this.run = run;
    this.wrong = null;
    this.text.addEventListener("input", () => { this.wrong = null; this.draw(); this.offer(); });
    this.text.addEventListener("scroll", () => { this.marks.scrollTop = this.text.scrollTop; });
    this.text.addEventListener("keydown", (event) => this.key(event));
    this.text.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => {
      const index = [...this.list.children].indexOf(event.target.closest("li"));
      if (index >= 0) { event.preventDefault(); this.take(index); }
    });
  }

  get value() { return this.text.value; }

  set value(text) { this.text.value = text; this.wrong = null; this.close(); this.draw(); }

  // Shows that something is wrong at a line and column (from 1; columns count code points), and goes there.
  mark(line, column) {
    const lines = this.value.split("\n");
    const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    const at = Math.min(before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length, this.value.length);
    const length = /^[^\s{}();,.]*/.exec(this.value.slice(at))[0].length || 1;
    this.wrong = [at, at + length];
    this.draw();
    this.text.focus();
    this.text.setSelectionRange(at, at);
  }

  draw() {
    const pieces = [];
    for (const [start, end, kind] of this.tokens()) {
      const wrong = this.wrong && start < this.wrong[1] && end > this.wrong[0];
      pieces.push(KG.el("span", { class: `${kind && `is-${kind}`}${wrong ? " wrong" : ""}` }, this.value.slice(start, end)));
    }
    if (this.wrong && this.wrong[0] >= this.value.length) pieces.push(KG.el("span", { class: "wrong" }, " "));
    this.marks.replaceChildren(...pieces, "\n");
    this.marks.scrollTop = this.text.scrollTop;
  }

  *tokens() {
    const text = this.value;
    for (let at = 0; at < text.length;) {
      let kind = "", end = at + 1;
      for (const [name, pattern] of TOKENS) {
        pattern.lastIndex = at;
        const found = pattern.exec(text);
        if (found && found[0]) { kind = name; end = at + found[0].length; break; }
      }
      if (kind === "word") kind = KG.complete.words.keywords.includes(text.slice(at, end).toUpperCase()) ? "keyword" : "";
      yield [at, end, kind];
      at = end;
    }
  }

  key(event) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); this.close(); this.run(); return; }
    if (event.key === " " && event.ctrlKey) { event.preventDefault(); this.offer(); return; }
    if (this.list.hidden) return;
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (moves[event.key]) { event.preventDefault(); this.choose(this.chosen + moves[event.key]); }
    else if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); this.take(this.chosen); }
    else if (event.key === "Escape") { event.preventDefault(); this.close(); }
    else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) this.close();
  }

  offer() {
    const at = this.text.selectionStart;
    const { start, found } = KG.complete.at(this.value, at);
    if (!found.length || at !== this.text.selectionEnd) { this.close(); return; }
    this.start = start;
    this.found = found;
    this.list.replaceChildren(...found.map(({ text, hint }, index) =>
      KG.el("li", { role: "option", id: `completion-${index}` }, KG.el("span", {}, text), KG.el("span", { class: "quiet" }, hint))));
    this.list.hidden = false;
    this.text.setAttribute("aria-expanded", "true");
    this.place();
    this.choose(0);
  }

  // Puts the list below the word that it completes: where that stands is measured in the coloured copy.
  place() {
    const range = document.createRange();
    let left = this.start;
    const walker = document.createTreeWalker(this.marks, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left < node.length || left === node.length && !walker.nextNode()) { range.setStart(node, left); range.setEnd(node, left + (left < node.length ? 1 : 0)); break; }
      left -= node.length;
    }
    const spot = range.getBoundingClientRect(), frame = document.documentElement;
    this.list.style.left = `${Math.max(8, Math.min(spot.left, frame.clientWidth - this.list.offsetWidth - 8)) + scrollX}px`;
    this.list.style.top = `${spot.bottom + scrollY + 2}px`;
  }

  choose(index) {
    const options = [...this.list.children];
    this.chosen = (index + options.length) % options.length;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.chosen)));
    options[this.chosen].scrollIntoView({ block: "nearest" });
    this.text.setAttribute("aria-activedescendant", `completion-${this.chosen}`);
  }

  take(index) {
    const { text } = this.found[index];
    this.text.setRangeText(text, this.start, this.text.selectionStart, "end");
    this.wrong = null;
    this.close();
    this.draw();
  }

  close() {
    this.list.hidden = true;
    this.text.setAttribute("aria-expanded", "false");
    this.text.removeAttribute("aria-activedescendant");
  }
};
