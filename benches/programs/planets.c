// Five bodies under gravity, integrated by velocity Verlet in units of the Sun's mass: latency of double arithmetic.
// The result depends on every rounding, so engines agree only if each follows IEEE 754 exactly.
#include <math.h>
#include <stdio.h>

enum { BODIES = 5, STEPS = 8000000 };

struct body {
    double mass, at[3], speed[3], pull[3];
};

static struct body bodies[BODIES] = {
    {1.0, {0, 0, 0}, {0, 0, 0}, {0}},
    {1e-3, {1.0, 0, 0.01}, {0, 1.0, 0}, {0}},
    {3e-4, {0, 1.9, 0}, {-0.72, 0, 0.02}, {0}},
    {5e-5, {-3.1, 0, -0.1}, {0, -0.56, 0}, {0}},
    {4e-5, {0, -4.7, 0.2}, {0.46, 0, 0.01}, {0}},
};

static void pulls(void) {
    for (int i = 0; i < BODIES; i++)
        for (int axis = 0; axis < 3; axis++) bodies[i].pull[axis] = 0;
    for (int i = 0; i < BODIES; i++)
        for (int j = i + 1; j < BODIES; j++) {
            double way[3], square = 0;
            for (int axis = 0; axis < 3; axis++) {
                way[axis] = bodies[j].at[axis] - bodies[i].at[axis];
                square += way[axis] * way[axis];
            }
            double strength = 1 / (square * sqrt(square));
            for (int axis = 0; axis < 3; axis++) {
                bodies[i].pull[axis] += way[axis] * strength * bodies[j].mass;
                bodies[j].pull[axis] -= way[axis] * strength * bodies[i].mass;
            }
        }
}

int main(void) {
    const double step = 1e-3;
    pulls();
    for (int round = 0; round < STEPS; round++) {
        for (int i = 0; i < BODIES; i++)
            for (int axis = 0; axis < 3; axis++) {
                bodies[i].speed[axis] += step / 2 * bodies[i].pull[axis];
                bodies[i].at[axis] += step * bodies[i].speed[axis];
            }
        pulls();
        for (int i = 0; i < BODIES; i++)
            for (int axis = 0; axis < 3; axis++) bodies[i].speed[axis] += step / 2 * bodies[i].pull[axis];
    }
    for (int i = 0; i < BODIES; i++) printf("%a %a\n", bodies[i].at[0], bodies[i].speed[1]);
    return 0;
}
