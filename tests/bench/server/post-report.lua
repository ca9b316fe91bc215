-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk script: one PHQ-9 report of about 500 bytes per request, each with an id of its own. Both servers get the same bodies.
local serial = 0
local run = tonumber(os.getenv("RUN") or "0")
local tail = ',"form":"F.PHQ9","event":"SE.UNSCHEDULED","repeat":1,"reportDate":"2026-11-20","items":{"IT.PHQ0101":"1",' ..
  '"IT.PHQ0102":"2","IT.PHQ0103":"0","IT.PHQ0104":"3","IT.PHQ0105":"1","IT.PHQ0106":"2","IT.PHQ0107":"0",' ..
  '"IT.PHQ0108":"1","IT.PHQ0109":"0","IT.PHQ0110":"1"},"note":"' .. string.rep("x", 90) .. '"}'
local start = string.format('{"reportId":"01935a00-%04x-7000-8000-', run)
local length = #start + 12 + #'","patientId":"P000000"' + #tail
local head = "POST /api/v1/reports HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: " ..
  (os.getenv("BEARER") or "") .. "\r\nContent-Length: " .. length .. "\r\n\r\n" .. start
local format = string.format
request = function()
  serial = serial + 1
  return head .. format('%012x","patientId":"P%06d"', serial, serial * 38501 % 100000) .. tail
end
done = function(summary, latency)
  io.write(string.format("RESULT %.0f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, summary.errors.status + summary.errors.read + summary.errors.connect))
end
