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

/// Whole pages, one of each type: all at the top of a site, and the first of every other folder.
export function samples(folder) {
  const seen = new Set();
  return routes(folder).filter((route) => {
    if (isFragment(route)) return false;
    const parent = path.posix.dirname(route);
    const isTop = !parent.includes("/");
    const isFirst = !seen.has(parent);
    seen.add(parent);
    return isTop || isFirst;
  });
}
