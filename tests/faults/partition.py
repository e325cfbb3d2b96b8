# SPDX-License-Identifier: GPL-3.0-or-later
"""partition.py BIN ...: the lines between desks, server and carriers are cut, refused, lossy, or lose the answers alone."""
import course
import network
import office


def make_network():
    try:
        net = network.Network()
    except (OSError, FileNotFoundError) as failure:
        course.skip(f"network namespaces with nft are not to be had here: {failure}")
    return net


def harm(its):
    """Cuts one line in one way, or mends all of them."""
    its.office.net.heal()
    if its.chance.random() < 0.35:
        return course.bad_moment(its)
    cable = its.chance.choice(["desks", "desks", "carriers"])
    how = its.chance.choice(["drop", "reject", "lost_reply", "loss"])
    its.office.net.cut(cable, how)
    its.counts[f"{cable}: {how}"] += 1
    return None


def heal(its):
    its.office.net.heal()


def main():
    options = course.options_of(every=1.5, day_seconds=2.5)
    net = make_network()
    try:
        its_office = office.Office(options.store, options.seed, net=net)
        its_office.set_up(options.desks)
        broken = course.Course(its_office, options, harm, heal).play()
    finally:
        net.close()
    course.end(broken, options, __file__)


if __name__ == "__main__":
    main()
