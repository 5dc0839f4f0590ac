// Loads the page again when it is old, where it was scrolled to, and shows what is wrong beside it.
(() => {
  "use strict";
  const own = document.currentScript.dataset.edition;
  const store = sessionStorage;

  // The place on the page, kept over a reload.
  const PLACE = "ropa-preview-place";
  const here = () => location.pathname + location.search;
  const details = () => [...document.querySelectorAll("details")];

  function reload() {
    const open = details().map((one) => one.open);
    store.setItem(PLACE, JSON.stringify({ path: here(), x: scrollX, y: scrollY, open }));
    location.reload();
  }

  function restore() {
    const place = JSON.parse(store.getItem(PLACE) || "null");
    store.removeItem(PLACE);
    if (!place || place.path !== here()) return;
    const now = details();
    if (now.length === place.open.length) now.forEach((one, index) => (one.open = place.open[index]));
    // The browser jumps to the anchor of the address until the page has loaded. Who scrolls meanwhile
    // is not pulled back.
    const back = () => scrollTo({ left: place.x, top: place.y, behavior: "instant" });
    const moved = new AbortController();
    for (const name of ["wheel", "touchmove", "keydown", "pointerdown"]) {
      addEventListener(name, () => moved.abort(), { once: true, passive: true, signal: moved.signal });
    }
    back();
    addEventListener("load", () => requestAnimationFrame(() => moved.signal.aborted || back()), { once: true });
  }

  // What is wrong, in a shadow tree that the style of the page does not reach.
  const DISMISSED = "ropa-preview-dismissed";
  const host = document.createElement("div");
  host.id = "ropa-preview";
  const root = host.attachShadow({ mode: "open" });
  const make = (name, properties = {}, ...inside) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...inside);
    return element;
  };
  const status = make("p", { className: "status", role: "status" });
  status.setAttribute("aria-live", "polite");
  const badge = make("button", { className: "badge", type: "button", hidden: true });
  badge.setAttribute("aria-controls", "panel");
  const title = make("h2", { id: "title", tabIndex: -1 });
  const close = make("button", { className: "close", type: "button", textContent: "Close" });
  const list = make("ol");
  const panel = make("section", { id: "panel", className: "panel", hidden: true }, make("header", {}, title, close), list);
  panel.setAttribute("aria-labelledby", "title");
  root.append(make("link", { rel: "stylesheet", href: "/.ropa/preview.css" }), status, badge, panel);

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
  const counts = ({ errors, warnings }) =>
    [errors && count(errors, "error"), warnings && count(warnings, "warning")].filter(Boolean).join(", ");
  // Dismissed errors stay away until there are others.
  const mark = (told) => JSON.stringify(told.list.filter((one) => one.level === "error").map((one) => [one.name, one.message, one.place]));
  let last = null;

  function show(open) {
    panel.hidden = !open;
    badge.hidden = open || !last || last.list.length === 0;
    badge.setAttribute("aria-expanded", String(open));
  }

  function dismiss() {
    const inside = root.activeElement !== null;
    if (last) store.setItem(DISMISSED, mark(last));
    show(false);
    if (inside) badge.focus();
  }

  function entry(one) {
    const item = make("li", { className: one.level });
    item.append(make("p", { className: "message" }, make("strong", { textContent: one.level }), `: ${one.message}`));
    if (one.name) item.append(make("p", { className: "name", textContent: one.name }));
    if (one.place) {
      const place = make("code", { textContent: one.place });
      item.append(make("p", {}, one.href ? make("a", { href: one.href }, place) : place));
    }
    for (const note of one.notes) item.append(make("p", { className: "note", textContent: note }));
    for (const help of one.help) item.append(make("p", { className: "help", textContent: `Help: ${help}` }));
    return item;
  }

  function tell(told) {
    const before = last && counts(last);
    last = told;
    const words = counts(told);
    title.textContent = told.broken ? `${words}; this is the last good page` : words;
    badge.textContent = words;
    badge.className = told.errors ? "badge errors" : "badge";
    badge.setAttribute("aria-label", `Show findings: ${words}`);
    list.replaceChildren(...told.list.map(entry));
    const left = told.errors + told.warnings - told.list.length;
    if (left > 0) list.append(make("li", { textContent: `and ${left} more: run ropa check` }));
    host.dataset.broken = String(told.broken);
    if (before !== words) status.textContent = words || (before ? "no findings" : "");
    show(told.errors > 0 && store.getItem(DISMISSED) !== mark(told));
  }

  badge.addEventListener("click", () => {
    store.removeItem(DISMISSED);
    show(true);
    title.focus();
  });
  close.addEventListener("click", dismiss);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });

  // Browsers keep few connections open at a time, so pages that nobody sees give theirs back.
  let events = null;
  function listen() {
    if (document.hidden || events) return;
    events = new EventSource("/.ropa/events");
    events.addEventListener("edition", (event) => {
      if (event.data !== own) reload();
    });
    events.addEventListener("findings", (event) => tell(JSON.parse(event.data)));
  }
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return listen();
    if (events) events.close();
    events = null;
  });
  addEventListener("pagehide", () => events && events.close());

  restore();
  document.body.append(host);
  listen();
})();
