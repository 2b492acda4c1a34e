import "server-only";
import { isIPv4, isIPv6 } from "node:net";

/**
 * The address that the nearest proxy saw: the last hop, because everything before it is the sender's word. An IPv6
 * network of one household is counted as one: its first 64 bits.
 */
export function lastHop(forwardedFor: string | null): string | undefined {
  const hop = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  const address = hop.replace(/^\[([^\]]+)\](:\d+)?$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return undefined;
  const [head = "", tail] = address.toLowerCase().split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const rest = tail === "" ? [] : tail.split(":");
    while (groups.length + rest.length < 8) groups.push("0");
    groups.push(...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
