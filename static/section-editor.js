// A section's text with its marks as chips: {{dossiers.received}} is seen as 1.568. CodeMirror keeps the text exactly
// as the textarea would send it; it stands in a shadow root because there our policy lets it bring its own styles.
(() => {
  const textarea = document.getElementById("text");
  const tools = document.getElementById("editor-tools");
  const { Decoration, EditorView, ViewPlugin, WidgetType } = CodeMirror;
  const MARK = /\{\{[^{}\n]+\}\}|\[\[[^[\]\n]+\]\]/g;
  const ONE_OFF = /^\{\{([^:=|]+(?::[^=|]+)?)=([^|]*\d[^|]*)\|(.*\S.*)\}\}$/;
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
  const tidy = (mark) => mark.replace(/\s*([{}[\]:])\s*/g, "$1").trim();

  // What the list on this page offers, by mark.
  const groups = [...document.querySelectorAll("#offers tbody[data-group]")];
  const offers = groups.flatMap((body, rank) => [...body.querySelectorAll("tr[data-mark]")].map((row) => {
    const { mark, shown, unit } = row.dataset, { group } = body.dataset, label = row.cells[0].textContent;
    const folded = fold(`${label} ${group} ${mark} ${row.cells[2].textContent}`);
    const value = shown.includes(unit) ? shown : `${shown} ${unit}`, isUsual = !/\.[^:]*:/.test(mark);
    const figure = unit && mark.match(/[^{}:]+/)[0]; // only figures have a unit
    return { row, mark, shown, label, folded, value, isUsual, figure, section: { name: group, rank } };
  }));
  const known = new Map(offers.map((offer) => [tidy(offer.mark), offer]));
  const finds = (sought) => ({ folded }) => fold(sought).split(/\s+/).every((word) => folded.includes(word));
  function search(sought) { // a figure's other formats after a colon; whole phrases before words here and there
    const [phrase, format] = fold(sought).trim().split(/\s*:\s*/);
    const among = offers.filter(({ isUsual, folded }) => format == null ? isUsual : !isUsual && folded.includes(format));
    const exact = among.filter(({ folded }) => folded.includes(phrase));
    return (exact.length ? exact : among.filter(finds(phrase))).slice(0, 60);
  }

  // How a mark is seen; nothing for one that is not known or not finished.
  function seen(mark) {
    const offer = known.get(tidy(mark));
    if (offer) return { text: offer.shown, about: `${offer.label}: ${offer.value}`, kind: "chip", figure: offer.figure };
    const [, name, value, reason] = mark.match(ONE_OFF) || [];
    const bound = name && known.get(tidy(`{{${name}}}`));
    const about = bound && `${bound.label}, ghi riêng ${value.trim()} vì: ${reason.trim()}; theo số liệu: ${bound.value}`;
    return bound && { text: value.trim(), about, kind: "chip one-off" };
  }

  class Chip extends WidgetType {
    constructor(mark, shape) { super(); Object.assign(this, { mark, shape }); }
    eq(other) { return other.mark === this.mark; }
    ignoreEvent() { return false; }
    toDOM() {
      const chip = Object.assign(document.createElement("span"), { className: this.shape.kind });
      return Object.assign(chip, { textContent: this.shape.text, title: `${this.shape.about} – ${this.mark}` });
    }
  }

  // The mark in which the cursor stands is seen as it is written, so that it can be changed.
  const plugin = ViewPlugin.fromClass(class {
    constructor({ state }) { this.read(state); }
    update({ docChanged, selectionSet, state }) { if (docChanged || selectionSet) this.read(state); }
    read({ doc, selection: { main: { head } } }) {
      this.marks = [...doc.toString().matchAll(MARK)].map(({ 0: mark, index }) => {
        const to = index + mark.length, shape = seen(mark);
        const raw = Decoration.mark({ class: shape ? "raw" : "raw wrong" });
        const isChip = shape && !(index < head && head < to);
        return { from: index, to, shape, isChip, drawn: isChip ? Decoration.replace({ widget: new Chip(mark, shape) }) : raw };
      });
      const ranges = (marks) => Decoration.set(marks.map(({ from, to, drawn }) => drawn.range(from, to)));
      [this.drawn, this.chips] = [ranges(this.marks), ranges(this.marks.filter(({ isChip }) => isChip))];
    }
  }, {
    decorations: ({ drawn }) => drawn,
    provide: (own) => EditorView.atomicRanges.of((view) => view.plugin(own)?.chips ?? Decoration.none),
  });
  const beside = (view) => view.plugin(plugin).marks.find(({ from, to, isChip }) => isChip && [from, to].includes(view.state.selection.main.head));
  function unfold(view, mark = beside(view)) {
    if (mark) view.dispatch({ selection: { anchor: mark.to - 2 }, scrollIntoView: true });
    view.focus();
    return Boolean(mark);
  }

  function vary(view, { to, shape: { figure } }) { // a value for this place alone; what is left to write is why
    const now = known.get(`{{${figure}}}`).shown, insert = ` = ${/\d/.test(now) ? now : ""} | `;
    view.dispatch({ changes: { from: to - 2, insert }, selection: { anchor: to - 2 + insert.length } });
    view.focus();
  }

  // After "{{": the list, narrowed by what is typed of a name, with or without its diacritics.
  function complete(context) {
    const open = context.matchBefore(/\{\{[^{}|=]*/);
    return open && { from: open.from, filter: false, options: search(open.text.slice(2)).map(({ mark, label, value, section }) => ({
      label: `${label}: `, detail: value, section, apply: (view, completion, from, to) => {
        const end = view.state.sliceDoc(to, to + 2) === "}}" ? to + 2 : to;
        const changes = { from, to: end, insert: mark }, selection = { anchor: from + mark.length };
        view.dispatch({ changes, selection, annotations: CodeMirror.pickedCompletion.of(completion) });
      },
    })) };
  }

  function changed({ docChanged, selectionSet, view }) {
    const mark = beside(view);
    if (docChanged || selectionSet) tools.querySelector("[role=status]").textContent = mark ? mark.shape.about : "";
    tools.querySelector("[name=unfold]").hidden = !mark;
    tools.querySelector("[name=vary]").hidden = !mark?.shape.figure;
    if (!docChanged) return;
    textarea.value = view.state.doc.toString();
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const quiet = { borderRadius: "3px", padding: "0 .2em" };
  const look = EditorView.theme({
    "&": { border: "1px solid var(--tblr-border-color)", borderRadius: "4px", background: "#fff", color: "#182433" },
    "&.cm-focused": { outline: "2px solid var(--tblr-primary)", outlineOffset: "1px" },
    ".cm-scroller": { fontFamily: "inherit", lineHeight: "1.7", minHeight: "16rem", maxHeight: "70vh" },
    ".cm-line": { padding: "0 .75rem .35em" },
    ".chip": { ...quiet, background: "#e3edfb", color: "#0b3d7a", cursor: "default" },
    ".one-off": { background: "#fde8c8", color: "#7a3e00" },
    ".raw": { ...quiet, background: "#f1f3f6", fontSize: ".9em" },
    ".wrong": { background: "#fbe3e4", color: "#8a1c1f" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "inherit", maxHeight: "18rem", maxWidth: "92vw" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".3rem .6rem", whiteSpace: "normal" },
    ".cm-completionDetail": { fontStyle: "normal", color: "inherit", fontWeight: "600" },
  });

  const host = document.createElement("div");
  host.className = "mark-editor";
  textarea.after(host);
  const root = host.attachShadow({ mode: "open" });
  const label = document.querySelector("label[for=text]");
  const attributes = { "aria-label": label.textContent.trim(), "aria-invalid": textarea.ariaInvalid || "false", lang: "vi" };
  const view = new EditorView({ doc: textarea.value, root, parent: root, extensions: [
    CodeMirror.history(), EditorView.lineWrapping, EditorView.contentAttributes.of(attributes), plugin,
    CodeMirror.autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60 }),
    CodeMirror.keymap.of([{ key: "F2", run: (it) => unfold(it) }, ...CodeMirror.historyKeymap, ...CodeMirror.standardKeymap]),
    EditorView.updateListener.of(changed), look,
    EditorView.domEventHandlers({ dblclick: ({ target }, it) => {
      const at = target.closest?.(".chip") && it.posAtDOM(target);
      return at != null && unfold(it, it.plugin(plugin).marks.find(({ from }) => from === at));
    } }),
  ] });
  const put = (text) => { view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true }); view.focus(); };

  // Everything on the page that speaks of the textarea now speaks of the editor.
  [textarea.hidden, tools.hidden] = [true, false];
  for (const link of [label, ...document.querySelectorAll("a[href='#text']")]) {
    link.addEventListener("click", (event) => { event.preventDefault(); view.focus(); });
  }
  tools.querySelector("[name=unfold]").addEventListener("click", () => unfold(view));
  tools.querySelector("[name=vary]").addEventListener("click", () => vary(view, beside(view)));
  tools.querySelector("[name=insert]").addEventListener("click", () => { put("{{"); CodeMirror.startCompletion(view); });
  for (const { row, mark, label: name } of offers) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm" });
    button.textContent = "Chèn";
    button.setAttribute("aria-label", `Chèn ${name}, ${mark}`);
    button.addEventListener("click", () => put(mark));
    row.lastElementChild.append(" ", button);
  }
  const find = document.getElementById("find");
  find.nextElementSibling.hidden = true;
  find.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
  find.addEventListener("input", (event) => {
    event.stopPropagation();
    for (const offer of offers) offer.row.hidden = !finds(find.value)(offer);
    for (const body of groups) body.hidden = !body.querySelector("tr[data-mark]:not([hidden])");
  });
})();
