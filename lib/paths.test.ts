import type { Route } from "next";
import { expect, test } from "vitest";
import { paths, within } from "./paths";

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
