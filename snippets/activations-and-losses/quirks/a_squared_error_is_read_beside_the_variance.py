"""A squared error is in squared units, so read it beside the variance."""

import torch
from torch import nn

torch.manual_seed(0)
x = torch.randn(1000, 1)
price = 200 + 50 * x + 10 * torch.randn(1000, 1)  # in thousands
outputs = 200 + 50 * x


def read(unit, outputs, target):
    loss = nn.MSELoss()(outputs, target)
    mae = nn.L1Loss()(outputs, target)
    share = loss / target.var(correction=0)
    print(
        f"{unit}: MSE {loss:.1e}, RMSE {loss.sqrt():.1e}, MAE {mae:.1e},"
        f" share {share:.2f}"
    )


# The same predictions in three units.
read("thousands", outputs, price)
# > thousands: MSE 9.4e+01, RMSE 9.7e+00, MAE 7.7e+00, share 0.03
read("dollars", 1000 * outputs, 1000 * price)
# > dollars: MSE 9.4e+07, RMSE 9.7e+03, MAE 7.7e+03, share 0.03
mean, std = price.mean(), price.std()
read("standardised", (outputs - mean) / std, (price - mean) / std)
# > standardised: MSE 3.5e-02, RMSE 1.9e-01, MAE 1.5e-01, share 0.03

# The simplest answer: the mean of the target, for everyone.
read("the mean", mean.expand(1000, 1), price)
# > the mean: MSE 2.7e+03, RMSE 5.2e+01, MAE 4.1e+01, share 1.00

# A sum grows with the number of values.
loss = nn.MSELoss(reduction="sum")(outputs, price)
print(f"sum {loss:.1e}")
# > sum 9.4e+04
