// The search over all records of the register. The build puts it behind `register.js`, whose `make`,
// `say`, `fold` and `collator` it uses.

const root = new URL(".", document.currentScript.src);
/** Results that are shown: who sees more narrows the words down. */
const RESULTS = 30;

/** A script of the index, once. It works from disk, where `fetch` does not. */
const loading = new Map();
function load(file) {
  if (!loading.has(file)) {
    loading.set(
      file,
      new Promise((done, failed) => {
        const script = make("script", { src: new URL(file, root).href });
        script.addEventListener("load", done);
        script.addEventListener("error", failed);
        document.head.append(script);
      }),
    );
  }
  return loading.get(file);
}

/** The records with folded texts, made when the search is first used. */
let records = null;
async function index() {
  await load("search-index.js");
  if (records) return;
  const { kinds, owners, records: rows } = ropaIndex;
  records = rows.map(([kind, id, title, owner, related]) => ({
    href: kinds[kind][1] ? `${kinds[kind][1]}/${encodeURIComponent(id)}.html` : `${id}.html`,
    kind: kinds[kind][0],
    id,
    title,
    owner: owners[owner] ?? "",
    related: related ?? [],
  }));
  for (const record of records) {
    record.foldedTitle = fold(record.title);
    record.foldedId = fold(record.id);
    record.foldedOwner = fold(record.owner);
  }
}

/** The shard that the words of a letter stand in, as the build names it. */
const shard = (word) => (/^[a-z]/.test(word) ? word[0] : /^[0-9]/.test(word) ? "0" : "other");

/** Records that say a word, or one that begins with it, with the word as it stands there. */
async function saying(word) {
  const found = new Map();
  if (word.length < 3) return found;
  await load(`search/${shard(word)}.js`);
  for (const [known, places] of Object.entries(ropaWords[shard(word)] ?? {})) {
    if (!known.startsWith(word)) continue;
    let at = 0;
    for (const step of places.split(" ")) {
      at += parseInt(step, 36);
      if (!found.has(at)) found.set(at, known);
    }
  }
  return found;
}

/** How well a record answers a word: less is better, nothing where it does not. */
function rank(record, word) {
  const at = record.foldedTitle.indexOf(word);
  if (at === 0) return { score: 0 };
  if (at > 0 && /[^\p{L}\p{N}]/u.test(record.foldedTitle[at - 1])) return { score: 1 };
  if (record.foldedId.startsWith(word)) return { score: 2 };
  if (at > 0) return { score: 3 };
  if (record.foldedId.includes(word)) return { score: 4 };
  if (record.foldedOwner.includes(word)) return { score: 5, by: record.owner };
  const related = record.related.find((other) => records[other].foldedTitle.includes(word));
  return related === undefined ? null : { score: 6, by: records[related].title };
}

/** Answers to all the words, the best first. */
async function find(query) {
  await index();
  const words = fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!words.length) return { words, found: [] };
  const said = await Promise.all(words.map(saying));
  const found = [];
  for (const [number, record] of records.entries()) {
    let score = 0;
    const by = [];
    const fits = words.every((word, at) => {
      const known = said[at].get(number);
      const one = rank(record, word) ?? (known && { score: 8, by: known });
      if (!one) return false;
      score += one.score;
      if (one.by && !by.includes(one.by)) by.push(one.by);
      return true;
    });
    if (fits) found.push({ record, score, by });
  }
  found.sort((a, b) => a.score - b.score || collator.compare(a.record.title, b.record.title));
  return { words, found };
}

/** A text with the words marked. Folding may change lengths, so it goes letter by letter. */
function marked(text, words) {
  const letters = [...text];
  const folded = letters.map(fold);
  const on = letters.map(() => false);
  for (const word of words) {
    for (let start = 0; start < letters.length; start++) {
      let grown = "";
      let end = start;
      while (end < letters.length && grown.length < word.length) grown += folded[end++];
      if (grown.startsWith(word)) on.fill(true, start, end);
    }
  }
  const parts = [];
  for (let at = 0; at < letters.length; ) {
    let end = at;
    while (end < letters.length && on[end] === on[at]) end++;
    const part = letters.slice(at, end).join("");
    parts.push(on[at] ? make("mark", {}, part) : part);
    at = end;
  }
  return parts;
}

/** The search field of a page: a combobox with a list box, after the ARIA Authoring Practices. */
class Search {
  constructor(link) {
    this.field = make("input", {
      type: "search",
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": "ropa-results",
      "aria-label": link.textContent.trim(),
      "aria-keyshortcuts": "/",
      placeholder: ropa.search,
      autocomplete: "off",
      spellcheck: "false",
    });
    this.list = make("div", { id: "ropa-results", role: "listbox", "aria-label": ropa.results, hidden: "" });
    this.status = make("p", { class: "ropa-unseen", role: "status", "aria-live": "polite" });
    this.form = make("div", { class: "ropa-search", role: "search" }, this.field, this.list, this.status);
    link.replaceWith(this.form);
    this.active = -1;
    this.field.addEventListener("focus", () => index().catch(() => this.failed()));
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.form.addEventListener("focusout", (event) => {
      if (!this.form.contains(event.relatedTarget)) this.close();
    });
    document.addEventListener("keydown", (event) => this.slash(event));
    this.asked();
    window.addEventListener("hashchange", () => this.asked());
  }

  /** What the address of the search page asks for. */
  asked() {
    const asked = location.pathname.endsWith("/search.html") && new URLSearchParams(location.hash.slice(1)).get("find");
    if (!asked) return;
    this.field.value = asked;
    this.field.focus();
    this.look();
  }

  /** `/` leads here from anywhere but a field. */
  slash(event) {
    const writes = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || writes) return;
    event.preventDefault();
    this.field.focus();
    this.field.select();
  }

  async look() {
    const query = this.field.value;
    if (!fold(query).trim()) return this.close();
    try {
      const { words, found } = await find(query);
      // Somebody may have written on meanwhile.
      if (query === this.field.value && document.activeElement === this.field) this.show(words, found);
    } catch {
      this.failed();
    }
  }

  show(words = [], found = []) {
    this.active = -1;
    const options = found.slice(0, RESULTS).map(({ record, by }, number) => {
      const link = make("a", { href: new URL(record.href, root).href, tabindex: "-1", role: "option" });
      link.id = `ropa-result-${number}`;
      link.setAttribute("aria-selected", "false");
      link.append(make("span", { class: "ropa-hit" }, ...marked(record.title, words)));
      const more = make("span", { class: "ropa-why" }, record.kind);
      for (const one of by) more.append(" · ", ...marked(one, words));
      link.append(" ", more);
      return link;
    });
    this.list.replaceChildren(...options);
    this.list.hidden = !options.length;
    this.field.setAttribute("aria-expanded", String(options.length > 0));
    this.field.removeAttribute("aria-activedescendant");
    const gaps = { n: found.length, shown: options.length };
    const message = found.length > options.length ? ropa.foundMore : found.length ? ropa.found : ropa.foundNone;
    this.status.textContent = say(message, gaps);
    this.status.classList.toggle("ropa-unseen", found.length > 0);
  }

  failed() {
    this.close();
    this.status.textContent = ropa.noIndex;
    this.status.classList.remove("ropa-unseen");
  }

  close() {
    this.list.hidden = true;
    this.list.replaceChildren();
    this.active = -1;
    this.field.setAttribute("aria-expanded", "false");
    this.field.removeAttribute("aria-activedescendant");
    this.status.textContent = "";
    this.status.classList.add("ropa-unseen");
  }

  key(event) {
    const options = this.list.children;
    if (event.key === "Escape") {
      if (this.list.hidden && !this.field.value) this.field.blur();
      if (this.list.hidden) this.field.value = "";
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (this.list.hidden) return void this.look();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One place before the first is the field itself.
      const places = options.length + 1;
      this.choose(((this.active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter") {
      const chosen = options[Math.max(this.active, 0)];
      if (!chosen || this.list.hidden) return;
      location.href = chosen.href;
    } else return;
    event.preventDefault();
  }

  choose(number) {
    for (const [at, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(at === number));
    }
    this.active = number;
    const option = this.list.children[number];
    if (!option) return void this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }
}

const link = document.querySelector(".ropa-bar .ropa-find");
if (link) new Search(link);
