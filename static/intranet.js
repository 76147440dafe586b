// What HTML and htmx cannot do alone.

// After a page or part that carries a message: the message is where the keyboard and the screen reader go.
function focusMessage(root) {
  const message = root.matches("[data-focus]") ? root : root.querySelector("[data-focus]");
  if (message) message.focus();
}

document.addEventListener("DOMContentLoaded", () => focusMessage(document.body));
document.addEventListener("htmx:afterSettle", (event) => focusMessage(event.detail.elt));

// A long form left by accident: the browser asks first. Several forms on a page are kept apart.
const unsaved = new Set(document.querySelectorAll("form[data-guard=unsaved]"));
document.addEventListener("input", (event) => {
  const form = event.target.closest("form[data-guard]");
  if (form) unsaved.add(form);
});
document.addEventListener("submit", (event) => unsaved.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
});

// A link to a row that is closed opens it, and what it is folded in.
function openRow() {
  const row = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!row) return;
  const details = row.querySelector(":scope > details");
  if (details) details.open = true;
  for (let around = row.closest("details:not([open])"); around; around = row.closest("details:not([open])")) around.open = true;
}

window.addEventListener("hashchange", openRow);
document.addEventListener("DOMContentLoaded", openRow);

// Figures: read in groups of three, typed as plain digits; Enter goes on to the next one.
const plain = (text) => /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll(".", "") : text;
const grouped = (text) => /^\d{4,15}$/.test(text) ? Number(text).toLocaleString("vi-VN") : text;
const isFigure = (element) => element.matches("input[data-figure]");
document.addEventListener("focusin", ({ target }) => {
  if (isFigure(target)) { target.value = plain(target.value); target.select(); }
});
document.addEventListener("focusout", ({ target }) => { if (isFigure(target)) target.value = grouped(target.value); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !isFigure(event.target)) return;
  event.preventDefault();
  const figures = [...document.querySelectorAll("input[data-figure]")].filter((it) => it.checkVisibility());
  (figures[figures.indexOf(event.target) + 1] || document.querySelector("form[data-guard] .btn-primary")).focus();
});
