import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const FOLDER = "docs/decisions";
const files = (await readdir(FOLDER)).filter((name) => name !== "README.md").sort();
const index = await readFile(`${FOLDER}/README.md`, "utf8");

/** The title, and the date with which the page's third line begins. */
async function headOf(file: string): Promise<{ title: string; date: string }> {
  const [title = "", , third = ""] = (await readFile(`${FOLDER}/${file}`, "utf8")).split("\n");
  return { title: title.replace(/^# (?:\d{4}: )?/, ""), date: third.slice(0, 10) };
}

it.each(files)("%s has a date, and stands in the index with its title", async (file) => {
  const { title, date } = await headOf(file);
  expect(date).toMatch(/^2\d{3}-[01]\d-[0-3]\d$/);
  expect(index).toContain(`| [${file.slice(0, 4)}](${file}) | ${title} | ${date} | `);
});

it("each decision has a number of its own, and the index names no page that is gone", () => {
  expect(new Set(files.map((file) => file.slice(0, 4))).size).toBe(files.length);
  const named = [...index.matchAll(/\]\((\d{4}-[^)]+)\)/g)].map(([, file]) => file);
  expect(named).toEqual(files);
});

it("no text names a decision's page that is gone", async () => {
  const pages = ["CONTRIBUTING.md", "README.md", ...(await markdownOf("docs")), ...(await markdownOf(FOLDER))];
  for (const page of pages) {
    const text = await readFile(page, "utf8");
    const named = [...text.matchAll(/\b\d{4}-[a-z][a-z0-9-]*\.md\b/g)].map(([file]) => file);
    expect({ page, gone: named.filter((file) => !files.includes(file)) }).toEqual({ page, gone: [] });
  }
});

async function markdownOf(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`);
}
