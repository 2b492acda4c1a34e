import type { Metadata } from "next";
import { Nowhere } from "@/components/shell/nowhere";
import { Leave, LeaveAtOnce } from "./_shell/leave";

export const metadata: Metadata = { title: "Not here" };

/** The same page for what never was, what is gone, and what is somebody else's. Nobody is known here, so the way out is too. */
export default function NotFoundPage() {
  return <Nowhere leave={<Leave />} leaveAtOnce={<LeaveAtOnce />} />;
}
