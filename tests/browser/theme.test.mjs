// The second theme is as accessible as the first, in both surroundings.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { launch } from "./chromium.mjs";
import { serve } from "./server.mjs";

const output = path.resolve(process.env.ROPA_OUTPUT_THEME ?? assert.fail("ROPA_OUTPUT_THEME names no folder"));
const screenshots = path.join(path.dirname(fileURLToPath(import.meta.url)), "screenshots");
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

let browser;
let server;

before(async () => {
  mkdirSync(screenshots, { recursive: true });
  server = await serve(output);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.close();
});

for (const route of ["public/index.html", "public/website.html", "internal/index.html"]) {
  test(`${route} in the theme "paper"`, async () => {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        await page.goto(`${server.origin}/${route}`);
        await page.evaluate(axe);
        const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
        const told = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 160)}`));
        assert.deepEqual(told, [], `${width} pixels, ${colorScheme}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `the page is ${wide} pixels wide`);
        await page.screenshot({ path: path.join(screenshots, `paper-${route.replaceAll("/", "-")}-${width}-${colorScheme}.png`) });
        await page.close();
      }
    }
  });
}
