// The picture: vis-network with the positions that the builder computed.
KG.graph = (() => {
  const { nodes, edges, options } = KG.data.network;
  const faces = '"Inter", "Segoe UI", system-ui, "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC", sans-serif';
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const crowded = nodes.length > 150; // then the labels of what is not looked at are left out
  const LINE = 24; // characters in a line of a label; a Han, kana or Hangul character counts two
  const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  const hidden = new Set(); // kinds that the filter hides
  let loose = true; // whether things without connections are shown
  let lit = null; // the things of the selection with their neighbours; null where nothing is selected
  let chosenEdges = [];
  let palette;
  let denied = [];
  const sizes = new Map(nodes.map((node) => [node.id, node.size])); // of a very large graph not everything is drawn
  const lines = new Set(edges.map((edge) => edge.id));

  const readPalette = () => {
    palette = { ink: KG.colour("ink"), ground: KG.colour("ground"), line: KG.colour("line"), accent: KG.colour("accent"),
      denied: KG.colour("denied"), quiet: KG.colour("quiet"), group: {} };
    for (const group of KG.groups) palette.group[group.id] = KG.colour(`c-${group.id}`);
  };

  const width = (text) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

  // At most three lines; each is isolated, so that its direction is that of its own letters.
  const wrapped = new Map();
  const wrap = (text) => {
    if (!wrapped.has(text)) wrapped.set(text, wrapAnew(text));
    return wrapped.get(text);
  };
  const wrapAnew = (text) => {
    const pieces = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][\p{P}]*|\s+|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu) ?? [];
    const lines = [""];
    for (const piece of pieces) {
      const last = lines[lines.length - 1];
      if (last.trim() && width(last + piece.trimEnd()) > LINE) lines.push(piece.trimStart());
      else lines[lines.length - 1] = last + piece;
    }
    const shown = lines.map((line) => line.trim()).filter(Boolean);
    if (shown.length > 3) shown.splice(2, shown.length, `${shown[2].slice(0, LINE - 1)}…`);
    const open = KG.direction(text) === "rtl" || KG.direction(text) === "auto" && isRightward(text) ? "\u2067" : "\u2066";
    return shown.map((line) => `${open}${line}\u2069`).join("\n");
  };
  const isRightward = (text) => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(text);

  const isShown = (thing) => thing !== undefined && sizes.has(thing.id) && !hidden.has(thing.kind) && (loose || thing.near.size > 0);

  const nodeStyle = (node) => {
    const thing = KG.model.things.get(node.id);
    if (!isShown(thing)) return { hidden: true };
    const group = KG.groupOf(thing.kind);
    const own = palette.group[group.id];
    const faint = lit !== null && !lit.has(node.id);
    const sure = !thing.status || thing.status === "Happened";
    const denied = thing.status === "Denied";
    const border = denied ? palette.denied : own;
    const fill = sure ? own : palette.ground;
    return {
      shape: group.shape, size: node.size, opacity: faint ? 0.16 : 1, hidden: false, label: wrap(KG.nameOf(thing)[0]),
      borderWidth: sure ? 1.5 : 2.5, borderWidthSelected: 4,
      shapeProperties: { borderDashes: thing.status === "Planned" ? [6, 4] : thing.status === "Alleged" ? [2, 3] : false },
      color: { background: fill, border, hover: { background: fill, border: palette.accent }, highlight: { background: fill, border: denied ? border : palette.accent } },
      font: { face: faces, size: Math.min(14 + Math.sqrt(thing.near.size) * 1.7, 22),
        color: !faint ? palette.ink : crowded ? "transparent" : palette.quiet + "66", strokeWidth: faint && crowded ? 0 : 4, strokeColor: palette.ground, vadjust: -2 },
    };
  };

  const edgeStyle = (edge) => {
    const facts = KG.model.edges.get(edge.id) ?? [];
    const ends = [edge.from, edge.to].map((id) => KG.model.things.get(id));
    if (!facts.length || !ends.every(isShown)) return { hidden: true };
    const unsure = ends.some((thing) => thing.status && thing.status !== "Happened");
    const chosen = chosenEdges.includes(edge.id);
    const faint = lit !== null && !chosen;
    return {
      hidden: false, dashes: unsure ? [5, 5] : false, width: chosen ? 2 : 1, selectionWidth: 1, hoverWidth: 0.8,
      color: { color: palette.line, hover: palette.accent, highlight: palette.accent, opacity: faint ? 0.2 : 1 },
      arrows: { to: { enabled: facts.some((fact) => fact.s === edge.from), scaleFactor: 0.45 },
        from: { enabled: facts.some((fact) => fact.s === edge.to), scaleFactor: 0.45 } },
      label: chosen && chosenEdges.length <= 14 ? [...new Set(facts.map(KG.factName))].slice(0, 2).join("\n") : undefined,
      font: { face: faces, size: 12, color: palette.quiet, strokeWidth: 4, strokeColor: palette.ground, align: "horizontal" },
    };
  };

  const deniedThings = () => [...KG.model.things.values()].filter((thing) => thing.status === "Denied" && isShown(thing));

  readPalette();
  denied = deniedThings();
  const nodeSet = new vis.DataSet(nodes.map((node) => ({ ...node, ...nodeStyle(node) })));
  const edgeSet = new vis.DataSet(edges.map((edge) => ({ ...edge, ...edgeStyle(edge) })));
  const network = new vis.Network(document.getElementById("network"), { nodes: nodeSet, edges: edgeSet }, options);
  const moving = () => (calm ? false : { duration: 350, easingFunction: "easeInOutQuad" });

  // What did not happen is crossed out in the picture itself, not only coloured.
  network.on("afterDrawing", (context) => {
    context.save();
    context.lineWidth = 3;
    context.lineCap = "round";
    for (const thing of denied) {
      const { x, y } = network.getPosition(thing.id);
      const reach = sizes.get(thing.id) * 0.62;
      context.strokeStyle = palette.denied;
      context.globalAlpha = lit !== null && !lit.has(thing.id) ? 0.16 : 1;
      context.beginPath();
      context.moveTo(x - reach, y - reach);
      context.lineTo(x + reach, y + reach);
      context.moveTo(x + reach, y - reach);
      context.lineTo(x - reach, y + reach);
      context.stroke();
    }
    context.restore();
  });

  // The scale at which the neighbours of a thing in the middle are in the picture too, within what can be read.
  const scaleAround = (thing) => {
    const room = document.getElementById("network").getBoundingClientRect();
    const { x, y } = network.getPosition(thing.id);
    const around = [...thing.near].filter((id) => sizes.has(id)).map((id) => network.getPosition(id));
    const across = Math.max(1, ...around.map((place) => Math.abs(place.x - x)));
    const along = Math.max(1, ...around.map((place) => Math.abs(place.y - y)));
    return Math.min(1.1, Math.max(0.5, Math.min(room.width * 0.42 / across, room.height * 0.42 / along)));
  };

  // Styles what looks otherwise than before: vis-network takes long over each item of a large picture.
  const drawn = new Map(); // style as text by id
  const changed = (items, style) => items.map((item) => ({ id: item.id, ...style(item) })).filter((item) => {
    const text = JSON.stringify(item);
    const same = drawn.get(item.id) === text;
    drawn.set(item.id, text);
    return !same;
  });

  const restyle = () => {
    denied = deniedThings();
    nodeSet.update(changed(nodes, nodeStyle));
    edgeSet.update(changed(edges, edgeStyle));
  };

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readPalette(); restyle(); });

  return {
    network,
    restyle,
    hidden,
    isShown,
    setLoose(value) { loose = value; restyle(); },
    fit() {
      const shown = nodes.map((node) => node.id).filter((id) => isShown(KG.model.things.get(id)));
      if (!shown.length) return;
      network.fit({ nodes: shown, animation: false, maxZoomLevel: 1.4 });
      network.moveTo({ scale: network.getScale() * 0.92 }); // room for the labels at the margin
    },
    // Marks a thing with its neighbours, and brings it into the middle unless the picture is to stay where it is.
    choose(id, stay) {
      const thing = KG.model.things.get(id);
      lit = new Set([id, ...thing.near]);
      chosenEdges = [...thing.near].map((other) => KG.edgeId(id, other));
      network.setSelection({ nodes: isShown(thing) ? [id] : [], edges: [] }, { highlightEdges: false });
      restyle();
      if (isShown(thing) && !stay) network.focus(id, { scale: scaleAround(thing), animation: moving() });
    },
    chooseEdge(id) {
      lit = new Set(id.split("~"));
      chosenEdges = [id];
      network.setSelection({ nodes: [], edges: lines.has(id) ? [id] : [] }, { highlightEdges: false });
      restyle();
    },
    clear() {
      lit = null;
      chosenEdges = [];
      network.unselectAll();
      restyle();
    },
  };
})();
