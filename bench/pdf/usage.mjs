import { execFileSync } from 'node:child_process';

/** What this process took, and how many pages the file has, for the program that started it: JSON on its last line. */
export function sayUsage(file) {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const pages = /^Pages:\s+(\d+)/m.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1];
  const seconds = (userCPUTime + systemCPUTime) / 1e6;
  console.log(JSON.stringify({ seconds, megabytes: maxRSS / 1024, printed: Number(pages) }));
}
