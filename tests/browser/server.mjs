// A file server for one folder, on this machine only.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import path from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".svg": "image/svg+xml",
};

/// Serves a folder, and pages that are made on the spot (a map from path to HTML).
export async function serve(folder, made = new Map()) {
  const server = createServer(async (request, response) => {
    const route = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const answer = (status, type, body) => response.writeHead(status, { "content-type": type }).end(body);
    if (made.has(route)) return answer(200, TYPES[".html"], made.get(route));
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
