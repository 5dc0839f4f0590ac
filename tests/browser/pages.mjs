// Which pages of the built sites are opened: one of each type.

import { readdirSync } from "node:fs";
import path from "node:path";

/// Every HTML page below a folder, as sorted routes with `/`.
export function routes(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".html"))
    .map((name) => name.split(path.sep).join("/"))
    .sort();
}

/// A fragment is a part of a page, made to stand in somebody else's.
export const isFragment = (route) => route.endsWith(".fragment.html");

/// Whole pages, one of each type: those at the top of a site, and the first of every folder. Of the
/// lists that stand beside a folder of the same name, the first stands for all.
export function samples(folder) {
  const all = routes(folder).filter((route) => !isFragment(route));
  const parents = new Set(all.map(path.posix.dirname));
  const isList = (route) => route.startsWith("internal/") && parents.has(route.replace(/\.html$/, ""));
  const first = new Map();
  for (const route of all) {
    const parent = path.posix.dirname(route);
    const isTop = !parent.includes("/");
    // Beside the versions of a notice stand their list and what was compared.
    const version = parent.endsWith("/versions") ? route.match(/-(to)-|(index)\.html$/) : null;
    const type = isList(route) ? "list" : isTop ? route : version ? parent + (version[1] ?? version[2]) : parent;
    if (!first.has(type)) first.set(type, route);
  }
  return [...first.values()];
}
