-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk script: one patient of 100,000 per request, in a scattered order, prepared beforehand so that wrk costs little.
-- Both servers get the same requests.
local requests, at = {}, 0
init = function()
  local headers = {["Authorization"] = os.getenv("BEARER")}
  for i = 1, 20000 do
    requests[i] = wrk.format("GET", string.format("/api/v1/patients/P%06d", i * 38501 % 100000), headers)
  end
end
request = function()
  at = at % 20000 + 1
  return requests[at]
end
done = function(summary, latency)
  io.write(string.format("RESULT %.0f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.read + summary.errors.connect))
end
