// Ways through the page: the address tells what is looked at, so that links and the browser's back button work.
(() => {
  const back = document.getElementById("back");
  const fit = document.getElementById("fit");
  const chooser = document.getElementById("language");
  const fromAddress = () => { try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; } };
  const known = (target) => KG.model.things.has(target) || KG.model.edges.has(target);
  let shown = null;
  let depth = history.state?.depth ?? 0;

  const show = (target) => {
    shown = known(target) ? target : "";
    document.body.classList.toggle("has-choice", shown !== "");
    if (KG.model.things.has(shown)) { KG.graph.choose(shown); KG.panel.showThing(shown); }
    else if (shown) { KG.graph.chooseEdge(shown); KG.panel.showEdge(shown); }
    else { KG.graph.clear(); KG.panel.showOverview(); }
    back.disabled = depth === 0;
  };

  // Goes to a thing, to the connection of two things, or ("") to the overview.
  KG.go = (target) => {
    if (target === shown) return;
    depth += 1;
    history.pushState({ depth }, "", target ? `#${encodeURI(target)}` : location.pathname + location.search);
    show(target);
  };

  addEventListener("popstate", (event) => { depth = event.state?.depth ?? 0; show(fromAddress()); });

  KG.graph.network.on("click", ({ nodes, edges }) => KG.go(nodes[0] ?? edges[0] ?? ""));
  for (const [event, cursor] of [["hoverNode", "pointer"], ["blurNode", ""], ["hoverEdge", "pointer"], ["blurEdge", ""]]) {
    KG.graph.network.on(event, () => { document.getElementById("network").style.cursor = cursor; });
  }

  document.getElementById("language-label").append(KG.say("language"));
  chooser.append(KG.el("option", { value: "" }, KG.say("mainNames")), ...KG.model.languages.map((code) => {
    const [name, own] = [KG.languageName(code), KG.ownLanguageName(code)];
    return KG.el("option", { value: code }, name === own ? name : `${own} · ${name}`);
  }));
  chooser.value = "";
  chooser.addEventListener("change", () => { KG.language = chooser.value; KG.graph.restyle(); show(shown); });

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
  });

  KG.graph.fit();
  show(fromAddress());
  document.documentElement.dataset.ready = "yes";
})();
