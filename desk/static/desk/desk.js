// Keys of the desk. Codes, not characters: on a Persian layout the same key writes another letter.
"use strict";

const MOVES = { KeyJ: 1, ArrowDown: 1, KeyK: -1, ArrowUp: -1 };

function typing(target) {
  return target.matches("input, select, textarea, [contenteditable]");
}

function follow(selector) {
  const link = document.querySelector(selector);
  if (link) link.click();
  return Boolean(link);
}

// Arrows move only once a row has the focus; before that they scroll the page as everywhere.
function moveFocus(step, byArrow) {
  const rows = [...document.querySelectorAll("a.open")];
  const at = rows.indexOf(document.activeElement);
  if (!rows.length || (byArrow && at < 0)) return false;
  const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), rows.length - 1);
  rows[next].focus();
  rows[next].closest("tr, li").scrollIntoView({ block: "nearest" });
  return true;
}

function act(event) {
  const step = MOVES[event.code];
  if (step) {
    const byArrow = event.code.startsWith("Arrow");
    if (document.querySelector("a.open")) return moveFocus(step, byArrow);
    return !byArrow && follow(step > 0 ? ".trail a[rel=next]" : ".trail a[rel=prev]");
  }
  if (event.code === "KeyU") return follow(".trail a:first-child");
  if (event.code === "Slash") {
    const search = document.querySelector("#text");
    if (search) search.focus();
    return Boolean(search);
  }
  return false;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    if (event.code === "Escape") event.target.blur();
    return;
  }
  if (act(event)) event.preventDefault();
});

// Empty fields say nothing; left out, the address stays short enough to be sent to a colleague.
document.addEventListener("htmx:configRequest", (event) => {
  const asked = event.detail.formData;
  for (const [name, value] of [...asked]) if (!value) asked.delete(name);
});
