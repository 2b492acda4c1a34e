import { LeaveFirst } from "@/components/portal/leave-first";
import { LeaveQuickly } from "@/components/portal/leave-quickly";
import { leaveUrl } from "@/server/leave-url";
import { pageOwner } from "@/server/page-mark";

/** Leave quickly, wired: one tap, Shift three times, or Esc twice. */
export async function Leave() {
  const { zone, byEscape } = pageOwner();
  return <LeaveQuickly to={await leaveUrl(zone)} signOutUrl="/api/leave" byEscape={byEscape} />;
}

/** The same at the second stop of the keyboard, beside the link that skips to the page. */
export async function LeaveAtOnce() {
  return <LeaveFirst to={await leaveUrl(pageOwner().zone)} signOutUrl="/api/leave" />;
}
