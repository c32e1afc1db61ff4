import autocannon from 'autocannon';

export interface Load {
  perSecond: number;
  p50: number;
  p99: number;
}

type Params = { url: string; cookie?: string; connections?: number; seconds?: number; perSecond?: number };

/** Requests the same page over kept-alive connections for a fixed time; anything but 200 makes the figure void. */
export async function load({ url, cookie, connections = 8, seconds = 5, perSecond }: Params): Promise<Load> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    ...(perSecond === undefined ? {} : { overallRate: perSecond }),
    headers: cookie === undefined ? {} : { cookie },
  });
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${new URL(url).pathname} failed`);
  return { perSecond: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
}
