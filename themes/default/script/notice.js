// What the notice does besides being read; everything it says is there without this file.
//
// 1. "What concerns you" changes the page in place, and readers stay in the section they were in.
// 2. The table of contents shows which section is being read.
// 3. Each heading has a link to copy.
"use strict";

const status = document.createElement("div");
status.className = "ropa-status";
status.setAttribute("role", "status");
document.body.append(status);

/** Words of the theme, in the language of the page. */
const words = document.querySelector("#ropa-words")?.dataset ?? {};

/** The headings that can be linked to, with the ids that links lead to. */
function targets() {
  const sections = [...document.querySelectorAll(".ropa-notice section[id]")];
  const headings = sections.map((section) => [section.querySelector("h2"), section.id]);
  const others = [...document.querySelectorAll(".ropa-notice h3[id]")].map((heading) => [heading, heading.id]);
  return headings.concat(others).filter(([heading]) => heading !== null);
}

/** Gives each heading a link to itself, which is copied when it is followed. */
function offerLinks() {
  for (const [heading, id] of targets()) {
    const link = document.createElement("a");
    link.className = "ropa-anchor";
    link.href = `#${id}`;
    link.setAttribute("aria-label", words.link.replace("…", heading.textContent.trim()));
    link.addEventListener("click", async () => {
      // Without the right to the clipboard, the address bar still shows the link.
      await navigator.clipboard?.writeText(link.href).then(() => (status.textContent = words.copied), () => {});
    });
    heading.append(link);
  }
}

/** The section at the top of the window; at the end of the page, where no more can be moved up, the last one. */
function sectionBeingRead() {
  const sections = [...document.querySelectorAll(".ropa-body > section[id]")];
  const isEnd = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 2;
  return sections.findLast((section) => isEnd || section.getBoundingClientRect().top < innerHeight / 3);
}

/** Marks the section that is being read in the table of contents, and keeps the mark in sight. */
function followReader() {
  const contents = document.querySelector(".ropa-contents");
  const id = sectionBeingRead()?.id;
  for (const link of contents?.querySelectorAll("ol a") ?? []) {
    const isHere = link.hash === `#${id}`;
    if (isHere === link.hasAttribute("aria-current")) continue;
    link.toggleAttribute("aria-current", isHere);
    if (!isHere) continue;
    link.setAttribute("aria-current", "true");
    const [box, view] = [link.getBoundingClientRect(), contents.getBoundingClientRect()];
    if (box.bottom > view.bottom) contents.scrollTop += box.bottom - view.bottom + view.height / 3;
    if (box.top < view.top) contents.scrollTop += box.top - view.top - view.height / 3;
  }
}

/** The page that is shown; within a page the browser moves by itself. */
let shown = location.pathname;

/** Makes the addresses around the notice whole, so that they lead to the same places from other folders. */
function keepAddresses() {
  for (const element of document.querySelectorAll("link:not([rel=stylesheet]), body > :not(main) :is([href], [src], [srcset])")) {
    for (const name of ["href", "src", "srcset"]) {
      const address = element.getAttribute(name);
      if (address && !address.startsWith("#")) element.setAttribute(name, new URL(address, location.href).href);
    }
  }
}

/** Shows another page of the notice in place of this one; where that fails, the browser goes there. */
async function show(address, remember) {
  try {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const notice = page.querySelector(".ropa-notice");
    if (!answer.ok || notice === null) throw new Error("there is no notice");
    keepAddresses();
    if (remember) history.pushState(null, "", address);
    document.head.querySelectorAll("[rel=canonical], [rel=alternate]").forEach((link) => link.remove());
    document.head.append(...page.head.querySelectorAll("[rel=canonical], [rel=alternate]"));
    shown = location.pathname;
    const reading = sectionBeingRead()?.id;
    document.title = page.title;
    document.querySelector(".ropa-notice").replaceWith(document.adoptNode(notice));
    offerLinks();
    const place = reading && document.getElementById(reading);
    if (place) place.scrollIntoView();
    else scrollTo(0, 0);
    followReader();
    // The keyboard goes on where it was, and those who listen hear what they see now.
    document.querySelector(".ropa-groups [aria-current]")?.focus({ preventScroll: true });
    status.textContent = notice.querySelector("h1").textContent;
  } catch {
    location.assign(address);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".ropa-groups a");
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  // Pages on a disk cannot be fetched; there the link is followed.
  if (link === null || !isPlain || location.protocol === "file:") return;
  event.preventDefault();
  show(link.href, true);
});

addEventListener("popstate", () => {
  if (location.pathname !== shown) show(location.href, false);
});

let waiting = false;
addEventListener(
  "scroll",
  () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      followReader();
    });
  },
  { passive: true },
);

offerLinks();
followReader();
