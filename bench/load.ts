import autocannon from 'autocannon';

export interface Load {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
}

type Params = { url: string; cookie?: string; connections?: number; seconds?: number; perSecond?: number };

/** Requests the same page over kept-alive connections for a fixed time; anything but 200 makes the figure void. */
export async function load({ url, cookie, connections = 8, seconds = 5, perSecond }: Params): Promise<Load> {
  // The library's own percentiles are whole milliseconds, and a kept page takes a fraction of one.
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const options = {
      url,
      connections,
      duration: seconds,
      ...(perSecond === undefined ? {} : { overallRate: perSecond }),
      headers: cookie === undefined ? {} : { cookie },
    };
    const run = autocannon(options, (error: unknown, outcome) => {
      if (error) reject(error instanceof Error ? error : new Error('no load'));
      else resolve(outcome);
    });
    run.on('response', (_client, _status, _bytes, time) => times.push(time));
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${new URL(url).pathname} failed`);
  times.sort((a, b) => a - b);
  const percentile = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? Number.NaN;
  return { perSecond: result.requests.average, p50: percentile(0.5), p99: percentile(0.99) };
}
