import { expect, it } from "vitest";
import { lastHop } from "./address";

it.each([
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["::ffff:cb00:7109", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:db8::1", "2001:db8::"],
  ["::1", "::"],
  ["fe80::1%eth0", "fe80::"],
  ["10.1", undefined],
  ["0x7f000001", undefined],
  ["999.1.1.1", undefined],
  ["[2001:db8:1:2::7]:443", "2001:db8:1:2::"],
  ["not an address", undefined],
  ["", undefined],
])("of %j is %j", (given, address) => {
  expect(lastHop(given)).toBe(address);
});
