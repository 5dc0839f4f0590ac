// The register in a browser: its tables and its search, over http and from disk.
//
// ROPA_OUTPUT names the folder that `ropa build` made of the example.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

import { launch } from "./chromium.mjs";

const output = path.resolve(process.env.ROPA_OUTPUT ?? assert.fail("ROPA_OUTPUT names no folder"));
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/// Opens a page of the register from disk, runs the steps, and asserts that no error was thrown.
async function open(route, steps, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  try {
    await page.goto(`${pathToFileURL(path.join(output, "internal"))}/${route}`);
    await steps(page);
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
  }
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run({ preload: false }));
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
}

/// The words of a column in the rows that are shown.
const column = (page, number) => page.locator(`tbody tr:not([hidden]) td:nth-child(${number})`).allTextContents();

test("without a script the tables and the way to the lists are there", async () => {
  await open(
    "activities.html",
    async (page) => {
      assert.ok((await page.locator("tbody tr").count()) > 8);
      assert.equal(await page.locator("button, input, select").count(), 0);
      await page.locator(".ropa-bar .ropa-find").click();
      assert.ok((await page.locator("main li a").count()) > 8);
    },
    { javaScriptEnabled: false },
  );
});

test("a table sorts by days and by words, and says so", async () => {
  await open("activities.html", async (page) => {
    const last = await page.locator("thead th").count();
    const days = () => page.locator(`tbody td:nth-child(${last})`).evaluateAll((all) => all.map((one) => one.dataset.sort));
    const head = page.locator("thead th").last();
    await head.locator("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "ascending");
    const up = await days();
    assert.deepEqual(up, [...up].sort());
    await head.locator("button").click();
    assert.equal(await head.getAttribute("aria-sort"), "descending");
    const down = await days();
    assert.deepEqual(down, [...down].sort().reverse());
    assert.equal(await page.locator("th[aria-sort]").count(), 1);
    assert.match(await page.locator(".ropa-count").first().textContent(), /descending/);
    await page.locator("thead th button").first().focus();
    await page.keyboard.press("Enter");
    const titles = await column(page, 1);
    assert.deepEqual(titles, [...titles].sort((a, b) => a.localeCompare(b, "en")));
  });
});

test("a table filters by words and by choices, and its address keeps them", async () => {
  await open("activities.html", async (page) => {
    const all = await page.locator("tbody tr").count();
    await page.getByLabel("Owner").selectOption({ index: 1 });
    const owners = new Set(await column(page, 1 + (await page.locator("thead th").allTextContents()).indexOf("Owner")));
    assert.equal(owners.size, 1);
    const some = await page.locator("tbody tr:not([hidden])").count();
    assert.ok(some > 0 && some < all);
    assert.equal(await page.locator(".ropa-count").first().textContent(), `${some} of ${all} rows`);
    const address = page.url();
    assert.ok(address.includes("#"), address);
    await page.reload();
    assert.equal(await page.locator("tbody tr:not([hidden])").count(), some, address);
    assert.deepEqual(await violations(page), []);
    await page.getByRole("button", { name: "Show all rows" }).click();
    assert.equal(await page.locator("tbody tr:not([hidden])").count(), all);
    await page.getByLabel("Contains").fill("no such words");
    assert.equal(await page.locator("tbody tr:not([hidden])").count(), 0);
    assert.equal(await page.locator(".ropa-count").first().textContent(), `None of ${all} rows`);
  });
});

test("the search works by keyboard alone", async () => {
  await open("activities/newsletter.html", async (page) => {
    await page.keyboard.press("/");
    const field = page.getByRole("combobox");
    assert.ok(await field.evaluate((element) => element === document.activeElement));
    // Capitals and accents do not matter.
    await page.keyboard.type("BÍLL");
    await page.locator("[role=option]").first().waitFor();
    assert.equal(await field.getAttribute("aria-expanded"), "true");
    assert.match(await page.locator("[role=option]").first().textContent(), /^Bill/);
    assert.equal(await page.locator("[role=option] mark").first().textContent(), "Bill");
    await page.keyboard.press("ArrowDown");
    const active = await field.getAttribute("aria-activedescendant");
    assert.equal(await page.locator(`#${active}`).getAttribute("aria-selected"), "true");
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("[role=option]").count(), 0);
    await page.keyboard.press("ArrowDown");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/internal\/[a-z-]+\/.*\.html$/);
    assert.match(await page.locator("h1").textContent(), /bill/i);
  });
});

test("the search finds ids, owners, people, recipients and words of sentences", async () => {
  await open("index.html", async (page) => {
    const found = async (words) => {
      await page.getByRole("combobox").fill(words);
      await page.waitForTimeout(300);
      return page.locator("[role=option]").allTextContents();
    };
    for (const [words, expected] of [
      ["newsletter", /Newsletter.*Activities/],
      ["mail-provider", /Processors/],
      ["head of security", /Activities.*Head of security/],
      ["applicants recruit", /Activities/],
    ]) {
      const all = await found(words);
      assert.ok(all.some((one) => expected.test(one)), `${words}: ${all.join(" | ")}`);
    }
    assert.deepEqual(await found("zzzyx"), []);
    assert.match(await page.locator(".ropa-search [role=status]").textContent(), /Nothing/);
  });
});

test("findings lead to the pages of their lints", async () => {
  await open("findings.html", async (page) => {
    await page.locator("tbody a[href^='lints/']").first().click();
    assert.match(page.url(), /lints\/[a-z0-9-]+\.html$/);
    assert.ok(await page.getByRole("heading", { name: "Why" }).isVisible());
  });
});
