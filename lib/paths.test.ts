import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Route } from "next";
import { expect, test } from "vitest";
import { builtInProtocol } from "@/lib/protocol/built-in";
import { numbered, paths, within } from "./paths";

test("an address that names no page does not compile", () => {
  // An error that fails to come is itself an error, so typed routes cannot be switched off unseen.
  // @ts-expect-error a typing mistake in a page's name
  const mistyped: Route = "/portal/distance-mov";
  const right: Route = "/portal/distance-move";
  expect(mistyped).not.toBe(right);
});

test("a question and a place stand behind the page's address", () => {
  expect(within(paths.client("c1").protocol, "?change=hold#change")).toBe("/clients/c1/protocol?change=hold#change");
});

const telling =
  /^\/portal\/(safe|pause|distance-move|sharing|together|keep-going|own-words|own-data|documents|sessions|exercises|learn\/)/;

test("no address of the portal that is given out tells what its page is about", () => {
  const { assessment, exercise, exerciseSaved, reading, ...fixed } = paths.portal;
  const keys = builtInProtocol.exercises.map(({ key }) => key);
  const given = [...Object.values(fixed), ...keys.flatMap((key) => [exercise(key), exerciseSaved(key), reading(key)])];
  for (const address of given) expect(address).toMatch(/^\/portal\/\d+(\/\d+)*$/);
  expect(assessment("a1")).not.toMatch(telling);
});

test("a page that has a number is named in no file that people's addresses come from", () => {
  const root = path.resolve(import.meta.dirname, "..");
  const named = ["app", "components", "lib"]
    .flatMap((box) =>
      readdirSync(path.join(root, box), { recursive: true, encoding: "utf8" }).map((at) => `${box}/${at}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$|^lib\/paths\.ts$/.test(file))
    .filter((file) =>
      [...readFileSync(path.join(root, file), "utf8").matchAll(/["'`](\/portal\/[^"'`]*)["'`]/g)].some(([, address]) =>
        telling.test(address ?? ""),
      ),
    );
  expect(named).toEqual([]);
});

test("an address of before leads to its number, and every other stays", () => {
  expect(numbered("/portal/safe")).toBe("/portal/1");
  expect(numbered("/portal/sharing/preview")).toBe(paths.portal.sharePreview);
  expect(numbered("/portal/exercises/ten-minute-cuddle")).toBe(paths.portal.exercise("ten-minute-cuddle"));
  expect(numbered("/portal/exercises/small-secret/saved")).toBe(paths.portal.exerciseSaved("small-secret"));
  expect(numbered("/portal/learn/highs-and-lows")).toBe(paths.portal.reading("highs-and-lows"));
  for (const address of ["/portal", "/portal/learn", "/portal/messages", "/portal/7/12", "/clients/x/safety"])
    expect(numbered(address)).toBeNull();
});
