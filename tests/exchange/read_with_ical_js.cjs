// Reads a calendar file with ical.js and prints what it found as JSON: `node read_with_ical_js.cjs LIBRARY FILE`.
const [library, file] = process.argv.slice(2);
const ICAL = require(library);
const calendar = new ICAL.Component(ICAL.parse(require("fs").readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const people = (component) => component.getAllProperties("attendee").map((one) => ({
  address: one.getFirstValue(), name: one.getParameter("cn"), answer: one.getParameter("partstat"),
}));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid, title: event.summary, description: event.description, place: event.location,
    sequence: event.sequence, by_day: event.startDate.isDate,
    starts: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
    ends: event.endDate.isDate ? event.endDate.toString() : event.endDate.toJSDate().toISOString(),
    local: event.startDate.toString(), zone: event.startDate.zone.tzid,
    status: component.getFirstPropertyValue("status"), organiser: event.organizer, people: people(component),
    alarms: component.getAllSubcomponents("valarm").map((one) => one.getFirstPropertyValue("trigger").toSeconds()),
  };
});
console.log(JSON.stringify({ method: calendar.getFirstPropertyValue("method"), events }));
