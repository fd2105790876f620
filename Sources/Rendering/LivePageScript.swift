extension LivePage {
  static let css = """
    :root{color-scheme:light dark;--line:#c8ccd1;--quiet:#595959;--ground:#ffffff;--text:#1a1a1a;--mark:#0072b2}
    @media screen and (prefers-color-scheme:dark){:root{--line:#3b424b;--quiet:#b4b9c0;--ground:#14181d;--text:#f0f0f0;\
    --mark:#56b4e9}}
    *{box-sizing:border-box}html,body{height:100%;margin:0}
    body{display:flex;flex-direction:column;font:14px/1.4 Arial,"Liberation Sans",Helvetica,sans-serif;\
    background:var(--ground);color:var(--text)}
    header{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;padding:8px 12px;\
    border-bottom:1px solid var(--line)}
    header input,header button{font:inherit;padding:3px 6px}
    fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:2px 10px}
    legend{float:left;padding:0;margin-right:8px;color:var(--quiet)}
    main{flex:1;display:flex;min-height:0}
    #stage{flex:1;min-width:0;overflow:hidden;touch-action:none;cursor:grab}
    #stage.held{cursor:grabbing}#stage svg{display:block;width:100%;height:100%}
    aside{width:340px;overflow:auto;padding:12px;border-left:1px solid var(--line)}
    aside h2{font-size:16px;margin:0 0 4px}aside p{margin:4px 0}aside .quiet{color:var(--quiet)}
    aside blockquote{margin:10px 0;padding-left:10px;border-left:3px solid var(--mark)}
    .node,.edge,.words{cursor:pointer}.legend,.heading{cursor:default}
    .off{display:none}.dim{opacity:.18}
    .hit>*:not(text){stroke-width:3px}.picked>*:not(text){stroke-width:3.5px}
    @media(max-width:700px){main{flex-direction:column}aside{width:auto;max-height:40%;border-left:0;\
    border-top:1px solid var(--line)}}
    @media print{header,aside{display:none}}
    """

  static let script = #"""
    (() => {
      "use strict";
      const $ = (id) => document.getElementById(id);
      const data = JSON.parse($("data").textContent);
      const stage = $("stage"), svg = stage.querySelector("svg"), panel = $("evidence");
      const nodes = new Map(data.nodes.map((n) => [n.id, n]));
      const lines = new Map(data.lines.map((l) => [l.id, l]));
      const groups = [...svg.querySelectorAll("g[id]")].filter((g) => /^[nemt]\d/.test(g.id));
      // "t3" are the words of line "e3", "m1p2" is a spoke of gathering "m1".
      const lineOf = (id) => lines.get(id.replace(/^t/, "e").replace(/p\d+$/, ""));

      // Pan and zoom move the view box.
      const home = svg.getAttribute("viewBox").trim().split(/\s+/).map(Number);
      let view = home.slice();
      svg.removeAttribute("width");
      svg.removeAttribute("height");
      const show = () => svg.setAttribute("viewBox", view.map((x) => x.toFixed(2)).join(" "));
      const point = (x, y) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
      const zoom = (factor, at) => {
        const width = Math.min(home[2] * 2, Math.max(60, view[2] * factor)), f = width / view[2];
        view = [at.x - (at.x - view[0]) * f, at.y - (at.y - view[1]) * f, width, view[3] * f];
        show();
      };
      const middle = () => ({ x: view[0] + view[2] / 2, y: view[1] + view[3] / 2 });
      stage.addEventListener("wheel", (e) => {
        e.preventDefault();
        zoom(Math.exp(Math.sign(e.deltaY) * 0.15), point(e.clientX, e.clientY));
      }, { passive: false });
      let held = null, moved = false;
      stage.addEventListener("pointerdown", (e) => {
        if (e.button !== 0) return;
        held = { x: e.clientX, y: e.clientY, at: point(e.clientX, e.clientY) };
        moved = false;
      });
      addEventListener("pointermove", (e) => {
        if (!held) return;
        if (Math.hypot(e.clientX - held.x, e.clientY - held.y) > 4) { moved = true; stage.classList.add("held"); }
        if (!moved) return;
        const now = point(e.clientX, e.clientY);
        view[0] += held.at.x - now.x;
        view[1] += held.at.y - now.y;
        show();
      });
      addEventListener("pointerup", () => { held = null; stage.classList.remove("held"); });
      const whole = () => { view = home.slice(); show(); };
      $("whole").addEventListener("click", whole);
      const bring = (g, width) => {
        const box = g.getBoundingClientRect(), at = point(box.x + box.width / 2, box.y + box.height / 2);
        const height = width * home[3] / home[2];
        view = [at.x - width / 2, at.y - height / 2, width, height];
        show();
      };
      addEventListener("keydown", (e) => {
        if (e.target instanceof HTMLInputElement) return;
        const step = view[2] / 10;
        const act = {
          "+": () => zoom(0.8, middle()), "-": () => zoom(1.25, middle()), "0": whole, Escape: () => pick(null),
          ArrowLeft: () => { view[0] -= step; show(); }, ArrowRight: () => { view[0] += step; show(); },
          ArrowUp: () => { view[1] -= step; show(); }, ArrowDown: () => { view[1] += step; show(); },
        }[e.key];
        if (act) { e.preventDefault(); act(); }
      });

      // Filters.
      const sample = (color, dashes) => {
        const [drawing, line] = ["svg", "line"].map((n) => document.createElementNS("http://www.w3.org/2000/svg", n));
        const set = (element, values) => {
          for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
        };
        set(drawing, { width: 22, height: 8, "aria-hidden": "true" });
        set(line, { x1: 0, x2: 22, y1: 4, y2: 4, stroke: color, "stroke-width": 3, "stroke-dasharray": dashes });
        drawing.append(line);
        return drawing;
      };
      const boxes = (parent, entries) => entries.map(([value, label, color, dashes]) => {
        const box = document.createElement("input"), wrap = document.createElement("label");
        box.type = "checkbox";
        box.checked = true;
        box.value = value;
        box.addEventListener("change", filter);
        wrap.append(box, " ", sample(color, dashes), " " + label);
        parent.append(wrap);
        return box;
      });
      const inTime = (fact) => {
        const since = $("since").value, until = $("until").value;
        if (!since && !until) return true;
        if (!fact.first && !fact.last) return false;
        return (!since || !fact.last || fact.last >= since) && (!until || !fact.first || fact.first <= until);
      };
      const isShown = (line) =>
        groupBoxes.some((b) => b.checked && b.value === line.group) &&
        statusBoxes.some((b) => b.checked && b.value === line.status) && line.facts.some(inTime);
      function filter() {
        const shown = data.lines.filter(isShown), ids = new Set(shown.map((l) => l.id));
        const touched = new Set(shown.flatMap((l) => l.ends));
        for (const g of groups) {
          const line = lineOf(g.id);
          g.classList.toggle("off", line ? !ids.has(line.id) : data.lines.length > 0 && !touched.has(g.id));
        }
        $("count").textContent = `${shown.length} of ${data.lines.length} lines`;
      }
      const groupBoxes = boxes($("groups"), data.groups), statusBoxes = boxes($("statuses"), data.statuses);
      for (const id of ["since", "until"]) $(id).addEventListener("input", filter);

      // Search.
      const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
      const find = () => {
        const words = plain($("search").value.trim());
        const hits = new Set(data.nodes.filter((n) => words && n.names.some((x) => plain(x).includes(words)))
          .map((n) => n.id));
        for (const g of groups) {
          const line = lineOf(g.id);
          const near = line ? line.ends.some((n) => hits.has(n)) : hits.has(g.id);
          g.classList.toggle("dim", words !== "" && !near);
          g.classList.toggle("hit", hits.has(g.id));
        }
        return [...hits];
      };
      $("search").addEventListener("input", find);
      $("search").addEventListener("keydown", (e) => {
        if (e.key !== "Enter") return;
        const [first] = find();
        if (!first) return;
        bring($(first), Math.min(home[2], 700));
        pick(first);
      });

      // Evidence. Text is only ever written as text.
      const add = (parent, tag, text, name) => {
        const element = document.createElement(tag);
        if (text) element.textContent = text;
        if (name) element.className = name;
        parent.append(element);
        return element;
      };
      const nameOf = (id) => nodes.get(id).names[0] || "(no name)";
      const tell = (line) => {
        for (const fact of line.facts.filter(inTime)) {
          const block = add(panel, "blockquote");
          add(block, "p", fact.says + (fact.how === "asserted" ? "" : ` (${fact.how})`));
          add(block, "p", `“${fact.quote}”`);
          const source = add(block, "p", "", "quiet");
          if (fact.url) {
            const link = add(source, "a", fact.source);
            link.href = fact.url;
            link.target = "_blank";
            link.rel = "noopener noreferrer";
          } else {
            source.textContent = fact.source;
          }
        }
        if (line.more) add(panel, "p", `and ${line.more} more`, "quiet");
      };
      const pick = (id) => {
        for (const g of groups) g.classList.remove("picked");
        panel.replaceChildren();
        if (!id) return;
        const line = lineOf(id), node = nodes.get(id);
        for (const g of groups) {
          if (line ? lineOf(g.id) === line && !g.id.startsWith("t") : g.id === id) g.classList.add("picked");
        }
        if (line) {
          add(panel, "h2", line.ends.map(nameOf).join(" – "));
          tell(line);
        } else if (node) {
          add(panel, "h2", nameOf(id));
          add(panel, "p", [node.type, ...node.roles].join(" · "), "quiet");
          if (node.names.length > 1) add(panel, "p", "also: " + node.names.slice(1).join("; "), "quiet");
          for (const l of data.lines) if (l.ends.includes(id) && isShown(l)) tell(l);
        }
      };
      stage.addEventListener("click", (e) => {
        if (moved) return;
        const g = e.target.closest("g[id]");
        pick(g && (lineOf(g.id) || nodes.has(g.id)) ? g.id : null);
      });
      for (const g of groups) {
        if (g.id.startsWith("t")) continue;
        g.setAttribute("tabindex", "0");
        g.addEventListener("focus", () => {
          const box = g.getBoundingClientRect(), frame = stage.getBoundingClientRect();
          const isOutside = box.right < frame.left || box.left > frame.right || box.bottom < frame.top
            || box.top > frame.bottom;
          if (isOutside) bring(g, view[2]);
        });
        g.addEventListener("keydown", (e) => {
          if (e.key !== "Enter" && e.key !== " ") return;
          e.preventDefault();
          pick(g.id);
        });
      }
      filter();
    })();
    """#
}
