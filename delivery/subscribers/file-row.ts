import type {Fault} from './address.ts'

/** A row as it lies in the file, or why it cannot be read. Lines count from 1. */
export type FileRow =
  | {readonly line: number; readonly value: unknown}
  | {readonly line: number; readonly fault: Fault; readonly column?: string}
