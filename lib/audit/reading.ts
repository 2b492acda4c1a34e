import { type AuditAction, auditActions } from "@/lib/audit/actions";

/** Whether an entry says that somebody read something, or took it along, and nothing was changed by it. */
export const isReading = (action: AuditAction): boolean => /^(read|looked at|exported) /.test(auditActions[action].did);
