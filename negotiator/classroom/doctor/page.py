"""The page a phone opens: it says yes by being there, and tries whether a line to the laptop stays open."""

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reached</title>
<h1>Yes: this device reaches the laptop.</h1>
<p id="line" role="status">One moment: whether the line stays open …</p>
<noscript><p>Without scripts the line cannot be tried, and the game needs them.</p></noscript>
<p>You can close this page. Nothing about this device has been kept.</p>
<script src="door.js"></script>
</html>
"""

SCRIPT = """"use strict";
const said = document.getElementById("line");
const line = new EventSource("line");
let heard = 0;
line.onmessage = async () => {
  heard += 1;
  if (heard < 3) return;
  line.close();
  await fetch("held", { method: "POST" });
  said.textContent = "And the line stays open. The laptop knows.";
};
line.onerror = () => {
  line.close();
  if (heard < 3) said.textContent = "But the line does not stay open: the laptop says what to do.";
};
"""
