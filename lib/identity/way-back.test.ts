import { expect, it } from "vitest";
import { wayBack } from "./way-back";

it.each([
  "/caseload",
  "/caseload?show=all&q=x",
  "/clients/2dea5978-e8b3-45e0-9802-f1f8427c891a/messages",
  "/letters/2dea5978-e8b3-45e0-9802-f1f8427c891a",
  "/settings/practice",
  "/in-session/two/2dea5978-e8b3-45e0-9802-f1f8427c891a",
])("leads back to %s", (asked) => {
  expect(wayBack(asked)).toBe(asked);
});

it.each([
  ...["", null, undefined, "/", "/portal", "/portal/1", "/sign-in", "/api/session", "/letters/off/x", "/clientsx"],
  ...["//evil.example/clients", "https://evil.example/clients", "/clients@evil.example", "/clients\\evil", "clients"],
  ...["/in-session", "/in-session/done"],
  ...["/clients/\r\nSet-Cookie: a=b", "/clients/<script>", `/clients/${"x".repeat(300)}`, "/clients/ x"],
])("leads nowhere from %j", (asked) => {
  expect(wayBack(asked)).toBeNull();
});
