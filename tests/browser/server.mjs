// A file server for one folder, on this machine only. It sends the headers of the `_headers` files
// that a build writes, as hosts that know them do.

import { createServer } from "node:http";
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
};

/// Serves a folder, and pages that are made on the spot (a map from path to HTML).
export async function serve(folder, made = new Map()) {
  const headers = new Map(["public", "internal"].map((site) => [site, headersOf(path.join(folder, site, "_headers"))]));
  const server = createServer(async (request, response) => {
    const route = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const sent = headers.get(route.split("/")[1]) ?? {};
    const answer = (status, type, body) => response.writeHead(status, { ...sent, "content-type": type }).end(body);
    // Pages of other companies have headers of their own.
    if (made.has(route)) return response.writeHead(200, { "content-type": TYPES[".html"] }).end(made.get(route));
    const file = path.join(folder, path.normalize(route));
    try {
      answer(200, TYPES[path.extname(file)] ?? "application/octet-stream", await readFile(file));
    } catch {
      answer(404, "text/plain", "not found");
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/// What a `_headers` file says of all paths.
function headersOf(file) {
  if (!existsSync(file)) return {};
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.startsWith("  "));
  return Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s).slice(0, 2)));
}
