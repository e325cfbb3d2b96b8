# SPDX-License-Identifier: GPL-3.0-or-later
"""kill.py BIN --seconds S --seed N --store sqlite|postgres: kill -9 of desks, agents, the server and (PostgreSQL) the
database's own processes at moments of a seed."""
import course
import office


def harm(its):
    """One kill and a new start, or a bad moment of the carrier."""
    victims = ["server", "agent", "worker", "worker", "agent", "carrier"]
    victim = its.chance.choice(victims + ["database"] * (its.options.store == "postgres"))
    if victim == "carrier":
        return course.bad_moment(its)
    its.counts[victim] += 1
    if victim == "server":
        its.office.server.end()
        its.office.start_server(wait=False)
    elif victim == "database":
        its.office.kill_database()
    elif victim == "agent":
        desk = its.chance.choice(its.office.desks)
        desk.agent.end()
        desk.start_agent()
    else:
        desk = its.chance.choice([desk for desk in its.office.desks if desk.role == "worker"])
        desk.worker.end()
        desk.start_worker(its.chance.randrange(1 << 30), its.options.pause_ms)
    return None


def heal(its):
    its.office.server.end()
    its.office.start_server()


def main():
    options = course.options_of()
    its_office = office.Office(options.store, options.seed)
    its_office.set_up(options.desks)
    course.end(course.Course(its_office, options, harm, heal).play(), options, __file__)


if __name__ == "__main__":
    main()
