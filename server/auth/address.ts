import "server-only";
import ipaddr from "ipaddr.js";

/** Of an IPv6 address only the network of one household counts: its first 64 bits. */
const household = 64;

/** The address that the nearest proxy saw: the last hop, because everything before it is the sender's word. */
export function lastHop(forwardedFor: string | null): string | undefined {
  const hop = forwardedFor?.split(",").at(-1)?.trim() ?? "";
  const written = hop.replace(/^\[([^\]]+)\](:\d+)?$/, "$1");
  // The lenient reader also takes 10.1 and 0x7f000001, which no proxy writes.
  if (!ipaddr.IPv4.isValidFourPartDecimal(written) && !ipaddr.IPv6.isValid(written)) return undefined;
  const address = ipaddr.process(written);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${withoutZone(address)}/${household}`).toString();
}

/** A zone such as %eth0 is the machine's own word for one of its cables. */
function withoutZone(address: ipaddr.IPv6): string {
  return new ipaddr.IPv6(address.parts).toString();
}
