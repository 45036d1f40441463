// Ways through the page: the address tells what is looked at, so that links and the browser's back button work.
(() => {
  const back = document.getElementById("back");
  const fit = document.getElementById("fit");
  const chooser = document.getElementById("language");
  const AS_OF = "?as-of="; // behind the target, as no name of a thing has it
  const fromAddress = () => {
    let text = "";
    try { text = decodeURIComponent(location.hash.slice(1)); } catch { /* not ours */ }
    const [target, date = ""] = text.split(AS_OF);
    return [target, KG.lastDay(date)];
  };
  const address = (target, day) => (target || day ? `#${encodeURI(target)}${day ? AS_OF + day : ""}` : location.pathname + location.search);
  const isIn = (model, target) => model.things.has(target) || model.edges.has(target);
  let shown = null;
  let depth = history.state?.depth ?? 0;

  const show = (target, day) => {
    const stay = target === shown; // only the day or the language is another one
    if (day !== KG.model.day) {
      KG.model = KG.modelOf(day);
      KG.filter.recount();
    }
    KG.timebar.show();
    shown = isIn(KG.modelOf(""), target) ? target : "";
    document.body.classList.toggle("has-choice", shown !== "");
    if (shown && !isIn(KG.model, shown)) { KG.graph.clear(); KG.panel.showLater(shown); }
    else if (KG.model.things.has(shown)) { KG.graph.choose(shown, stay); KG.panel.showThing(shown); }
    else if (shown) { KG.graph.chooseEdge(shown); KG.panel.showEdge(shown); }
    else { KG.graph.clear(); KG.panel.showOverview(); }
    back.disabled = depth === 0;
  };

  // Goes to a thing, to the connection of two things, or ("") to the overview.
  KG.go = (target, day = KG.model.day) => {
    if (target === shown) return KG.goTo(day);
    depth += 1;
    history.pushState({ depth }, "", address(target, day));
    show(target, day);
  };

  // Goes to a day, or ("") to all that is known, without a step in the browser's history.
  KG.goTo = (day) => {
    if (day === KG.model.day) return;
    history.replaceState(history.state, "", address(shown, day));
    show(shown, day);
  };

  addEventListener("popstate", (event) => { depth = event.state?.depth ?? 0; show(...fromAddress()); });

  KG.graph.network.on("click", ({ nodes, edges }) => KG.go(nodes[0] ?? edges[0] ?? ""));
  for (const [event, cursor] of [["hoverNode", "pointer"], ["blurNode", ""], ["hoverEdge", "pointer"], ["blurEdge", ""]]) {
    KG.graph.network.on(event, () => { document.getElementById("network").style.cursor = cursor; });
  }

  document.getElementById("language-label").append(KG.say("language"));
  chooser.append(KG.el("option", { value: "" }, KG.say("mainNames")), ...KG.languages.map((code) => {
    const [name, own] = [KG.languageName(code), KG.ownLanguageName(code)];
    return KG.el("option", { value: code }, name === own ? name : `${own} · ${name}`);
  }));
  chooser.value = "";
  chooser.addEventListener("change", () => { KG.language = chooser.value; show(shown, KG.model.day); });

  back.append(KG.el("span", { "aria-hidden": "true" }, "← "), KG.say("back"));
  back.title = KG.say("backHint");
  back.addEventListener("click", () => history.back());
  fit.append(KG.say("fit"));
  fit.title = KG.say("fitHint");
  fit.addEventListener("click", KG.graph.fit);

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=checkbox]), select, textarea")) return;
    if (event.key === "/") { event.preventDefault(); KG.search.focus(); }
    else if (event.key === "Escape") KG.go("");
    else if (event.key === "f" || event.key === "F") KG.graph.fit();
    else if (event.key === "t" || event.key === "T") KG.timebar.focus();
  });

  KG.graph.fit();
  show(...fromAddress());
  document.documentElement.dataset.ready = "yes";
})();
